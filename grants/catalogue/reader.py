"""Reading a sheet strictly: every key is known, every text stands in both forms of Norwegian."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from foundation.language import BOKMAL, NYNORSK, Bilingual

Word = TypeVar("Word", bound=StrEnum)


class SheetError(ValueError):
    """A sheet is not whole. The message names the file, the place and what is wrong."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a sheet, knowing where it stands: `criteria.yaml: scored[2].anchors`."""

    file: str
    place: str
    value: object

    def wrong(self, what: str) -> SheetError:
        """Give the error that something is wrong here."""
        return SheetError(f"{self.file}: {self.place or 'the sheet'}: {what}")

    def only(self, *required: str, optional: Iterable[str] = ()) -> None:
        """Refuse a mapping that lacks one of these keys or has others."""
        keys = set(self._mapping())
        if missing := set(required) - keys:
            raise self.wrong(f"lacks {', '.join(sorted(missing))}")
        if unknown := keys - set(required) - set(optional):
            raise self.wrong(f"has unknown {', '.join(sorted(unknown))}")

    def has(self, key: str) -> bool:
        """Tell whether the mapping says anything under a key."""
        return self._mapping().get(key) is not None

    def at(self, key: str) -> "Node":
        """Give what stands under a key; a missing key is an error."""
        mapping = self._mapping()
        if key not in mapping:
            raise self.wrong(f"lacks {key}")
        return Node(self.file, f"{self.place}.{key}".lstrip("."), mapping[key])

    def each(self, key: str) -> tuple["Node", ...]:
        """Give the items of the list under a key."""
        node = self.at(key)
        return node.items()

    def items(self) -> tuple["Node", ...]:
        """Give the items of this list."""
        if not isinstance(self.value, list):
            raise self.wrong("is not a list")
        return tuple(
            Node(self.file, f"{self.place}[{number}]", value)
            for number, value in enumerate(self.value)
        )

    def text(self, key: str) -> str:
        """Give the text under a key; empty text is an error, a whole number is its digits."""
        return self.at(key).as_text()

    def as_text(self) -> str:
        """Give this text, without the line breaks and spaces that the sheet was laid out with."""
        is_number = isinstance(self.value, int) and not isinstance(self.value, bool)
        written = str(self.value) if is_number or isinstance(self.value, str) else ""
        if not written.strip():
            raise self.wrong("is not a text")
        return " ".join(written.split())

    def number(self, key: str) -> int:
        """Give the whole number under a key."""
        node = self.at(key)
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            raise node.wrong("is not a whole number")
        return node.value

    def flag(self, key: str) -> bool:
        """Give the yes or no under a key."""
        node = self.at(key)
        if not isinstance(node.value, bool):
            raise node.wrong("is neither true nor false")
        return node.value

    def day(self, key: str) -> date:
        """Give the date under a key."""
        node = self.at(key)
        if type(node.value) is not date:
            raise node.wrong("is not a date")
        return node.value

    def word(self, words: type[Word], key: str, only: Sequence[Word] = ()) -> Word:
        """Give the member of an enum under a key; `only`: where not all of them can stand."""
        node, allowed = self.at(key), tuple(only or words)
        found = next((one for one in allowed if one == node.as_text()), None)
        if found is None:
            raise node.wrong(f"{node.value!r} is none of {', '.join(allowed)}")
        return found

    def both(self, key: str) -> Bilingual:
        """Give the text under a key in bokmål and nynorsk."""
        return self.at(key).as_both()

    def as_both(self) -> Bilingual:
        """Give this text in bokmål and nynorsk."""
        self.only(BOKMAL, NYNORSK)
        return Bilingual(nb=self.text(BOKMAL), nn=self.text(NYNORSK))

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the list of texts under a key."""
        return tuple(node.as_text() for node in self.each(key))

    def refuse_doubles(self, what: str, codes: Iterable[Hashable]) -> None:
        """Refuse a code that stands twice."""
        seen: set[Hashable] = set()
        for code in codes:
            if code in seen:
                raise self.wrong(f"{what} {code} stands twice")
            seen.add(code)

    def _mapping(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise self.wrong("is not a mapping")
        return self.value


def read(path: Path) -> Node:
    """Read a sheet. Raises SheetError when the file is missing or is not YAML.

    With the safe loader that is written in C: some ten times as quick as the one in Python.
    """
    try:
        sheet = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return Node(path.name, "", sheet)
    except (OSError, yaml.YAMLError) as error:
        raise SheetError(f"{path.name}: {error}") from error

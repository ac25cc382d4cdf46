"""What is hidden in a world: words that nobody would write, one for each thing in each case."""

import re
from dataclasses import dataclass, field

from tests.visibility.viewers import FINDERS, Viewer

BEGINNING = "Skjult"


@dataclass(frozen=True)
class Secret:
    """A thing in a case that only some may see, and how it looks where it is shown."""

    what: str
    place: str
    looks: str
    """Without any white space, as `seen.words_in` gives what is shown."""
    seen_by: frozenset[Viewer]

    def is_told_by(self, words: str) -> bool:
        """Tell whether it stands there; a number only where it is not a piece of a longer one.

        Two numbers beside each other look like one when the gap is gone; where tags are kept, they do not.
        """
        if self.looks not in words:
            return False
        if not self.looks[0].isdigit():
            return True
        whole = rf"(?<!\d)(?<!\d,){re.escape(self.looks)}(?!,?\d)"
        return re.search(whole, words) is not None

    @property
    def must_be_seen_by(self) -> Viewer:
        """Somebody who must find it somewhere: what nobody can find proves nothing."""
        return next(one for one in (*FINDERS, *sorted(self.seen_by)) if one in self.seen_by)


@dataclass
class Secrets:
    """Everything that is hidden in a world."""

    planted: list[Secret] = field(default_factory=list)

    def plant(self, what: str, place: str, seen_by: frozenset[Viewer]) -> str:
        """Hide something: give the word to write there."""
        word = BEGINNING + "".join(part.capitalize() for part in f"{what} {place}".split())
        self.planted.append(Secret(what, place, word, seen_by))
        return word

    def note(self, what: str, place: str, looks: str, seen_by: frozenset[Viewer]) -> None:
        """Hide something that looks as the rules made it, such as an amount."""
        self.planted.append(Secret(what, place, "".join(looks.split()), seen_by))

    def told_by(self, words: str) -> set[Secret]:
        """Find the secrets in what `seen.words_in` gave."""
        planted = BEGINNING in words
        return {
            one
            for one in self.planted
            if (planted or not one.looks.startswith(BEGINNING)) and one.is_told_by(words)
        }

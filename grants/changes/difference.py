"""What differs between two calls, as a pure function of how they are laid out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from foundation.language import Bilingual
from grants.changes.snapshot import Field, Item, Snapshot, Value
from grants.words import CallPart


class Kind(StrEnum):
    """What has happened to something in a call."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What was said, and what is said instead. `detail` tells values of the same field apart."""

    field: Field
    detail: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was added, removed or changed, with every field that differs."""

    kind: Kind
    code: str
    name: Bilingual | Enum | None
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one part. `reordered`: what is in both stands in another order."""

    part: CallPart
    changes: tuple[Change, ...]
    reordered: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether the part is the same in both."""
        return not self.changes and not self.reordered


def difference(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Compare two calls part by part; every part is there, also those that are the same."""
    return tuple(_of_part(part, before.get(part, ()), after.get(part, ())) for part in CallPart)


def _of_part(part: CallPart, before: Sequence[Item], after: Sequence[Item]) -> Difference:
    old, new = {one.code: one for one in before}, {one.code: one for one in after}
    found = [_change(Kind.REMOVED, one, one.values, {}) for one in before if one.code not in new]
    for one in after:
        if one.code not in old:
            found.append(_change(Kind.ADDED, one, {}, one.values))
            continue
        changed = _change(Kind.CHANGED, one, old[one.code].values, one.values)
        if changed.fields:
            found.append(changed)
    return Difference(part, tuple(found), _common(before, new) != _common(after, old))


def _change(
    kind: Kind,
    entry: Item,
    before: Mapping[tuple[Field, str], Value],
    after: Mapping[tuple[Field, str], Value],
) -> Change:
    keys = dict.fromkeys([*before, *after])
    return Change(
        kind,
        entry.code,
        entry.name,
        tuple(
            FieldChange(field, detail, before.get((field, detail)), after.get((field, detail)))
            for field, detail in keys
            if before.get((field, detail)) != after.get((field, detail))
        ),
    )


def _common(entries: Iterable[Item], others: Mapping[str, Item]) -> list[str]:
    return [one.code for one in entries if one.code in others]

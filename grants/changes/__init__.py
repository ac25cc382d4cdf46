"""What differs between two calls: a draft and what it was copied from, or two editions of a round."""

from grants.changes import words
from grants.changes.difference import Change, Difference, FieldChange, Kind, difference
from grants.changes.snapshot import Field, Item, Snapshot, snapshot_of

__all__ = [
    "Change",
    "Difference",
    "Field",
    "FieldChange",
    "Item",
    "Kind",
    "Snapshot",
    "difference",
    "snapshot_of",
    "words",
]

"""A memory that forgets: what nobody has asked for lately makes room for what is new."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Bounded(Generic[Value]):
    """Remembers at least the `most` things last asked for, and at most twice as many.

    Two generations: when the young is full it becomes the old, and what was old and not asked for
    meanwhile is forgotten. No order is kept, so to find something costs one look in a dictionary.
    """

    def __init__(self, most: int) -> None:
        """Remember nothing yet."""
        self._most = most
        self._young: dict[Hashable, Value] = {}
        self._old: dict[Hashable, Value] = {}

    def find(self, key: Hashable) -> Value | None:
        """Give what is remembered, or None."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Hashable, value: Value) -> None:
        """Remember something."""
        if len(self._young) >= self._most:
            self._old, self._young = self._young, {}
        self._young[key] = value

    def __len__(self) -> int:
        """Count what is remembered; what is in both generations counts twice."""
        return len(self._young) + len(self._old)

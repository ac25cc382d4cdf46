"""Column types that refuse what would go wrong silently."""

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from foundation.language import Bilingual

JsonScalar: TypeAlias = str | int | bool | None


class JsonValue(dict[str, Any]):
    """A JSON object kept in a row: facts behind an event, inputs of a calculation."""


class UtcMoment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC. A naive moment is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment; keep any other as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must say its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back as aware UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class BilingualText(TypeDecorator[Bilingual]):
    """A text in both forms of Norwegian, kept as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Bilingual | None, dialect: Dialect) -> str | None:
        """Write both forms."""
        del dialect
        if value is None:
            return None
        return json.dumps({"nb": value.nb, "nn": value.nn}, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Bilingual | None:
        """Read both forms."""
        del dialect
        return None if value is None else _both_forms(value)


@lru_cache(maxsize=4096)
def _both_forms(value: str) -> Bilingual:
    # The texts of a call are read with every application of it, and cannot be changed in place.
    return Bilingual(**json.loads(value))


_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


class JsonText(TypeDecorator[JsonValue]):
    """A JSON object kept as text with sorted keys, so that equal objects are equal texts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:
        """Write the object with sorted keys."""
        del dialect
        return None if value is None else _SORTED.encode(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue | None:
        """Read the object."""
        del dialect
        return None if value is None else JsonValue(json.loads(value))

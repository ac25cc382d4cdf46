"""Rows of one call made anew for another: everything a row says, nothing of whom it belongs to."""

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipProperty

from foundation.database import Model
from grants.models import Call

OWN = frozenset(
    {
        "id", "version", "edition", "first_id", "copied_from_id", "created_at", "created_by_id",
        "published_at", "published_by_id", "withdrawn_at", "withdrawn_by_id",
    }
)  # fmt: skip
"""What a row never takes from another: which one it is, and what has happened to it."""


def copy_of(call: Call) -> Call:
    """Copy a call with every row that belongs to it. Needs the call whole."""
    return Call(**_said(call, frozenset()), **_children(call))


def _children(row: Model) -> dict[str, list[Model]]:
    """Copy what is deleted with a row: that, and only that, is a part of it."""
    return {
        list_.key: [_copied(part, list_) for part in getattr(row, list_.key)]
        for list_ in inspect(type(row)).relationships
        if list_.cascade.delete_orphan
    }


def _copied(row: Model, through: "RelationshipProperty[Any]") -> Model:
    belongs = frozenset(str(remote.key) for _local, remote in through.local_remote_pairs)
    return type(row)(**_said(row, belongs), **_children(row))


def _said(row: Model, belongs: frozenset[str]) -> dict[str, Any]:
    return {
        column.key: getattr(row, column.key)
        for column in inspect(type(row)).column_attrs
        if column.key not in OWN | belongs
    }

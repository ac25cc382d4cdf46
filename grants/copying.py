"""Rows of one call made anew for another: everything a row says, nothing of whom it belongs to."""

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipProperty

from foundation.database import Model
from grants.models import Call

OWN = frozenset({"id"})
"""What a row never takes from another."""


def parts_of(call: Call) -> dict[str, list[Model]]:
    """Copy every row that belongs to a call, by the names of its lists. Needs the call whole."""
    return _children(call)


def _children(row: Model) -> dict[str, list[Model]]:
    """Copy what is deleted with a row: that, and only that, is a part of it."""
    return {
        list_.key: [_copied(part, list_) for part in getattr(row, list_.key)]
        for list_ in inspect(type(row)).relationships
        if list_.cascade.delete_orphan
    }


def _copied(row: Model, through: "RelationshipProperty[Any]") -> Model:
    belongs = {column.key for column in through.remote_side}
    values = {
        column.key: getattr(row, column.key)
        for column in inspect(type(row)).column_attrs
        if column.key not in OWN | belongs
    }
    return type(row)(**values, **_children(row))

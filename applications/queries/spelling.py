"""Looking for a text however it is written."""

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute


def mentions(text: str, *columns: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Find a text in any of the columns. SQLite knows the case of a–z only, so å is tried both ways."""
    spellings = sorted({text, text.lower(), text.upper(), text.capitalize()})
    return or_(
        *(column.icontains(spelling, autoescape=True) for column in columns for spelling in spellings)
    )

"""Where things stand in the sheet: what is written here is what is looked for when it comes back."""

from applications.forms.budget import Place

MARK = "tilsagn-budsjett-1"
"""Stands in the first cell with the application's number, so that a sheet of another is known."""
HEADING_ROW = 3
FIRST_YEAR_COLUMN = 5
SUM_KEY = "sum"
"""The key of rows that only add up; they are not read."""


def key_of(place: Place) -> str:
    """Give a row's key: partner, activity and source, whatever the names are called."""
    return f"{place.partner.id}-{place.activity.id}-{place.source.value}"


def mark_of(application_id: int) -> str:
    """Give what the first cell of an application's sheet holds."""
    return f"{MARK} {application_id}"

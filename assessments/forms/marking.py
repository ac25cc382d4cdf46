"""The sheet that an officer marks a case on: points and a reason for each criterion."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField, TextAreaField
from wtforms.validators import Length, Optional

from assessments.models import Mark
from assessments.services import Marking
from foundation.forms import Form
from foundation.saying import says_something
from foundation.showing import show_text
from grants.models import Criterion

LONGEST_REASON = 4000


class MayWait(Optional):
    """Let a field be empty in a draft, without telling people that it is optional."""

    def __init__(self) -> None:
        """Give the field no mark: in the end it must be filled in."""
        super().__init__()
        self.field_flags = {}


class Row(NamedTuple):
    """A criterion with its two fields, and what each mark means."""

    criterion: Criterion
    points: Field
    reason: Field
    anchors: dict[str, str]


class MarkSheet(Form):
    """A sheet without criteria; `mark_sheet` makes one for a call's."""

    criteria: Sequence[Criterion] = ()

    def rows(self) -> Iterator[Row]:
        """Give the criteria in order, each with its fields and anchor texts."""
        for one in self.criteria:
            anchors = {str(anchor.mark): show_text(anchor.text) for anchor in one.anchors}
            yield Row(one, self[f"points_{one.id}"], self[f"reason_{one.id}"], anchors)

    def markings(self) -> dict[int, Marking]:
        """Give what is typed, by criterion."""
        return {
            row.criterion.id: Marking(_number(row.points.data), row.reason.data or "")
            for row in self.rows()
        }

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Ask for a reason wherever there are points; the rest may wait until the end."""
        fits = bool(super().validate(extra_validators))
        for row in self.rows():
            if _number(row.points.data) is not None and not says_something(row.reason.data or ""):
                row.reason.errors = [*row.reason.errors, gettext("Skriv en begrunnelse.")]
                fits = False
        return fits


def mark_sheet(
    criteria: Sequence[Criterion],
    marks: Sequence[Mark] = (),
    typed: MultiDict[str, Any] | None = None,
) -> MarkSheet:
    """Make the sheet for the scored criteria, filled in as far as the officer has come.

    `typed` is what was typed before a session ended.
    """
    scored = [one for one in criteria if one.scored]
    fields: dict[str, Any] = {"criteria": scored}
    for one in scored:
        fields[f"points_{one.id}"] = RadioField(_l("Karakter"), [MayWait()])
        fields[f"reason_{one.id}"] = TextAreaField(_l("Begrunnelse"), [Length(max=LONGEST_REASON)])
    written: dict[str, str] = {}
    for mark in marks:
        written[f"reason_{mark.criterion_id}"] = mark.reason
        if mark.points is not None:
            written[f"points_{mark.criterion_id}"] = str(mark.points)
    sheet: MarkSheet = type("CallsMarkSheet", (MarkSheet,), fields)(
        data=written, **({} if typed is None else {"formdata": typed})
    )
    for one in scored:
        marks_of_scale = map(str, range(one.max_mark + 1))
        sheet[f"points_{one.id}"].choices = [(mark, mark) for mark in marks_of_scale]
    return sheet


def _number(typed: str | None) -> int | None:
    return int(typed) if typed else None

"""What is typed about the points of a checklist: one row each, and a few empty ones."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length, Regexp
from wtforms.validators import Optional as MayBeEmpty

from followup.controls.kinds import Severity
from followup.controls.standard import Point
from foundation.forms import Form, choices_of
from foundation.language import Bilingual

EMPTY_ROWS = 3
LONGEST_TEXT = 300
PARTS = ("code", "nb", "nn", "severity", "basis")


class PointRow(NamedTuple):
    """The fields of a point."""

    number: int
    code: Any
    nb: Any
    nn: Any
    severity: Any
    basis: Any


class ListForm(Form):
    """The points of a checklist; `list_form` adds the rows. A row without a text is no point."""

    count = 0

    @property
    def rows(self) -> list[PointRow]:
        """Give the rows with their fields."""
        fields = {field.name: field for field in self}
        return [
            PointRow(n, *(fields[f"{part}-{n}"] for part in PARTS))
            for n in range(1, self.count + 1)
        ]

    def points(self) -> list[Point]:
        """Give the points that are written. Only after validation."""
        return [
            Point(
                row.code.data.strip(),
                Bilingual(row.nb.data.strip(), row.nn.data.strip()),
                Severity(row.severity.data),
                row.basis.data or "",
            )
            for row in self.rows
            if row.nb.data
        ]

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for code and both forms of what is written."""
        whole = bool(super().validate(extra_validators))
        for row in self.rows:
            written = bool(row.code.data or row.nb.data or row.nn.data)
            for field in (row.code, row.nb, row.nn):
                if written and not field.data:
                    wanted = gettext("Fyll ut kode og tekst i begge målformer.")
                    field.errors = [*field.errors, wanted]
                    whole = False
        return whole


def list_form(points: Sequence[Point]) -> ListForm:
    """Make the form of a list, with a few empty rows after it."""
    fields: dict[str, Any] = {"count": len(points) + EMPTY_ROWS}
    data: dict[str, str] = {}
    for n in range(1, len(points) + EMPTY_ROWS + 1):
        fields |= _row(n)
    for n, one in enumerate(points, start=1):
        data |= {
            f"code-{n}": one.code,
            f"nb-{n}": one.text.nb,
            f"nn-{n}": one.text.nn,
            f"severity-{n}": one.severity.value,
            f"basis-{n}": one.basis,
        }
    form: ListForm = type("ThisListForm", (ListForm,), fields)(data=data)
    for row in form.rows:
        row.severity.choices = choices_of(Severity)
    return form


def _row(n: int) -> dict[str, Any]:
    return {
        f"code-{n}": StringField(
            _l("Kode %(number)s", number=n),
            [
                MayBeEmpty(),
                Length(max=40),
                Regexp(r"^[a-z0-9_]+$", message=_l("Bruk små bokstaver, tall og understrek.")),
            ],
        ),
        f"nb-{n}": StringField(
            _l("Punkt %(number)s (bokmål)", number=n), [MayBeEmpty(), Length(max=LONGEST_TEXT)]
        ),
        f"nn-{n}": StringField(
            _l("Punkt %(number)s (nynorsk)", number=n),
            [MayBeEmpty(), Length(max=LONGEST_TEXT)],
            render_kw={"lang": "nn"},
        ),
        f"severity-{n}": SelectField(_l("Forslag til alvor %(number)s", number=n)),
        f"basis-{n}": StringField(
            _l("Hjemmel %(number)s", number=n), [MayBeEmpty(), Length(max=200)]
        ),
    }


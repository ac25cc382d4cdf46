"""What is typed when risk is priced, a sample is drawn and a case is controlled."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any, NamedTuple

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from criteria.sampling import RiskSign, RiskTerm
from followup.controls.kinds import Consequence, Severity, Verdict
from followup.controls.models import ControlCheck, ControlFinding, ControlPoint
from followup.controls.services.controlling import Answer, Found
from foundation import words
from foundation.fields import MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form, choices_of
from foundation.language import Bilingual
from foundation.money import Ore
from foundation.showing import show_text

ROOM_FOR_WORDS = 2000
MOST_POINTS = 20


class DrawForm(Form):
    """Drawing a sample of a round."""

    call = SelectField(_l("Utlysning"), [InputRequired(_l("Velg en utlysning."))])
    size = WholeNumberField(
        _l("Hvor mange saker"), [InputRequired(_l("Skriv hvor mange.")), NumberRange(min=1)]
    )
    seed = StringField(
        _l("Frø"),
        [DataRequired(_l("Skriv frøet.")), Length(max=80)],
        description=_l("Tall eller ord som ingen kunne vite på forhånd, for eksempel lottotall."),
    )
    seed_source = StringField(
        _l("Hvor frøet er kunngjort"),
        [DataRequired(_l("Skriv hvor frøet er kunngjort.")), Length(max=200)],
        description=_l("Slik at andre kan finne det og trekke på nytt."),
    )

    def offer(self, calls: Sequence[tuple[int, Bilingual, int]]) -> None:
        """Offer the rounds, each with how many grants there are to draw among."""
        self.call.choices = [
            (
                str(number),
                ngettext(
                    "%(title)s (%(num)d tilskudd)", "%(title)s (%(num)d tilskudd)", grants,
                    title=show_text(title),
                ),
            )
            for number, title, grants in calls
        ]  # fmt: skip


class RiskForm(Form):
    """What each sign is worth; `risk_form` adds the fields."""

    def terms(self) -> dict[RiskSign, RiskTerm]:
        """Give what was typed. Only after validation."""
        fields = {field.name: field for field in self}
        return {
            sign: RiskTerm(
                fields[sign.value].data or 0,
                fields[f"{sign.value}-limit"].data if f"{sign.value}-limit" in fields else None,
            )
            for sign in RiskSign
        }

    @property
    def rows(self) -> list[tuple[RiskSign, Any, Any]]:
        """Give each sign with its fields; no limit where it has none."""
        fields = {field.name: field for field in self}
        return [(one, fields[one.value], fields.get(f"{one.value}-limit")) for one in RiskSign]


def risk_form(terms: Mapping[RiskSign, RiskTerm]) -> RiskForm:
    """Make the form of the points, filled with those that hold."""
    fields: dict[str, Any] = {
        one.value: WholeNumberField(
            _l("Poeng: %(sign)s", sign=words.say(one)), [Optional(), NumberRange(max=MOST_POINTS)]
        )
        for one in RiskSign
    }
    fields["large_grant-limit"] = MoneyField(_l("Stort tilskudd er fra"), [Optional()])
    fields["many_partners-limit"] = WholeNumberField(
        _l("Mange deltakere er fra"), [Optional(), NumberRange(min=1)]
    )
    saved: dict[str, object] = {}
    for sign, term in terms.items():
        saved[sign.value] = term.points
        saved[f"{sign.value}-limit"] = term.limit
    if saved.get("large_grant-limit") is not None:
        saved["large_grant-limit"] = Ore(terms[RiskSign.LARGE_GRANT].limit or 0)
    form: RiskForm = type("ThisRiskForm", (RiskForm,), fields)(data=saved)
    return form


class CheckRow(NamedTuple):
    """A point of the checklist with its fields."""

    point: ControlPoint
    verdict: Any
    comment: Any


class ChecksForm(Form):
    """The control's checklist; `checks_form` adds the fields. Points may be left for later."""

    listed: Sequence[ControlPoint] = ()

    @property
    def rows(self) -> list[CheckRow]:
        """Give the points with their fields."""
        fields = {field.name: field for field in self}
        return [CheckRow(one, fields[one.code], fields[f"{one.code}-why"]) for one in self.listed]

    def answers(self) -> dict[str, Answer]:
        """Give the points that are answered."""
        return {
            row.point.code: Answer(Verdict(row.verdict.data), row.comment.data or "")
            for row in self.rows
            if row.verdict.data
        }


def checks_form(
    points: Sequence[ControlPoint], checks: Sequence[ControlCheck]
) -> ChecksForm:
    """Make the form of a control's list, filled with the answers that are there."""
    fields: dict[str, Any] = {"listed": points}
    for one in points:
        label = show_text(one.text)
        fields[one.code] = RadioField(
            label, [Optional()], choices=dict(choices_of(Verdict)), description=_basis(one)
        )
        fields[f"{one.code}-why"] = TextAreaField(
            _l("Merknad: %(item)s", item=label), [Length(max=ROOM_FOR_WORDS)]
        )
    saved: dict[str, object] = {}
    for check in checks:
        saved[check.item] = check.verdict.value
        saved[f"{check.item}-why"] = check.comment
    form: ChecksForm = type("ThisChecksForm", (ChecksForm,), fields)(data=saved)
    return form


def _basis(point: ControlPoint) -> str:
    """Say what a breach of a point is suggested to be, and by which rule."""
    suggested = gettext("Forslag ved brudd: %(severity)s.", severity=words.say(point.severity))
    return f"{suggested} {point.basis}.".strip() if point.basis else suggested


class FindingForm(Form):
    """Something that was found."""

    severity = RadioField(_l("Alvor"), [InputRequired(_l("Velg ett."))])
    text = TextAreaField(
        _l("Hva fant du?"), [DataRequired(_l("Skriv hva du fant.")), Length(max=ROOM_FOR_WORDS)]
    )
    consequence = RadioField(_l("Hva følger av det?"), [InputRequired(_l("Velg ett."))])
    due_on = OsloDateField(
        _l("Følges opp innen"), [Optional()], description=_l("Bare når funnet skal følges opp.")
    )

    def offer(self) -> None:
        """Offer severities and consequences in the reader's language."""
        self.severity.choices = choices_of(Severity)
        self.consequence.choices = choices_of(Consequence)

    def found(self) -> Found:
        """Give what was typed. Only after validation."""
        return Found(
            Severity(self.severity.data),
            Consequence(self.consequence.data),
            self.text.data or "",
            self.due_on.data,
        )


class SettleForm(Form):
    """What was done about a finding."""

    settled = SelectField(_l("Funn"), [InputRequired(_l("Velg et funn."))])
    how = TextAreaField(
        _l("Hva er gjort?"),
        [DataRequired(_l("Skriv hva som er gjort.")), Length(max=ROOM_FOR_WORDS)],
    )

    def offer(self, findings: Sequence[ControlFinding]) -> None:
        """Offer the findings that are open."""
        self.settled.choices = [
            (str(one.id), shorten(one.text, 80, placeholder=" …"))
            for one in findings
            if one.settled_at is None
        ]


class ConclusionForm(Form):
    """What the control came to."""

    conclusion = TextAreaField(
        _l("Konklusjon"),
        [DataRequired(_l("Skriv hva kontrollen kom til.")), Length(max=ROOM_FOR_WORDS)],
    )

"""What is typed at stage gates: by the office that sets and decides, and by the project that tells."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from criteria.stagegates import Outlook, PointKind, PointOutcome, PointPlan, Told
from foundation import clock
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form, choices_of
from foundation.money import NOTHING
from payments.points.models import StageGate
from payments.points.services import Verdict

ROOM_FOR_WORDS = 4000


class PointForm(Form):
    """A point: what stands before, what must be shown, and by when."""

    kind = RadioField(_l("Hva slags punkt?"), [InputRequired(_l("Velg hva slags punkt det er."))])
    name = StringField(
        _l("Navn"),
        [DataRequired(_l("Skriv hva punktet heter.")), Length(max=120)],
        description=_l("For eksempel «Oppstart av innføring» eller «Godkjent akseptansetest»."),
    )
    to_show = TextAreaField(
        _l("Hva må prosjektet vise?"),
        [DataRequired(_l("Skriv hva prosjektet må vise.")), Length(max=ROOM_FOR_WORDS)],
        description=_l("Skriv det som må være på plass for å gå videre. Kommunene ser teksten."),
    )
    due_on = OsloDateField(_l("Frist for å rapportere"), [InputRequired(_l("Skriv fristen."))])

    @property
    def plan(self) -> PointPlan:
        """The point as it was typed. Only after validation."""
        return PointPlan(
            PointKind(self.kind.data),
            self.name.data or "",
            self.to_show.data or "",
            self.due_on.data or clock.today(),
        )


class AccountForm(Form):
    """What a project tells at a point."""

    delivered = TextAreaField(
        _l("Hva er levert?"),
        [DataRequired(_l("Skriv hva som er levert.")), Length(max=ROOM_FOR_WORDS)],
        description=_l("Skriv hvordan dere oppfyller det punktet krever, og hva som ikke er etter planen."),
    )
    spent = MoneyField(
        _l("Hva har prosjektet kostet så langt?"),
        [InputRequired(_l("Skriv beløpet. Skriv 0 hvis det ikke har kostet noe."))],
        description=_l("For hele prosjektet, også det kommunene har betalt selv. Uten merverdiavgift."),
    )
    expected = MoneyField(
        _l("Hva venter dere at prosjektet koster til sammen?"),
        [InputRequired(_l("Skriv beløpet dere venter."))],
        description=_l("Det som er brukt, og det som gjenstår til prosjektet er ferdig."),
    )
    outlook = RadioField(
        _l("Hvordan blir gevinstene?"), [InputRequired(_l("Velg hvordan gevinstene blir."))]
    )
    why = TextAreaField(
        _l("Hvorfor?"),
        [DataRequired(_l("Skriv hvorfor.")), Length(max=ROOM_FOR_WORDS)],
        description=_l("Skriv hva dere bygger det på, og hvilke gevinster det gjelder."),
    )

    @property
    def told(self) -> Told:
        """The account as it was typed. Only after validation."""
        return Told(
            self.delivered.data or "",
            self.spent.data or NOTHING,
            self.expected.data or NOTHING,
            Outlook(self.outlook.data),
            self.why.data or "",
        )


class DecideForm(Form):
    """What is decided of the newest account. `seen`: its number, as the page showed it."""

    seen = HiddenField()
    outcome = RadioField(
        _l("Kan prosjektet gå videre?"), [InputRequired(_l("Velg om prosjektet kan gå videre."))]
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_WORDS)],
        description=_l("Kommunene leser begrunnelsen."),
    )
    conditions = TextAreaField(
        _l("Vilkår for å gå videre"),
        [Optional(), Length(max=ROOM_FOR_WORDS)],
        description=_l("Bare når prosjektet går videre på vilkår."),
    )

    @property
    def verdict(self) -> Verdict:
        """The decision as it was typed. Only after validation."""
        return Verdict(
            PointOutcome(self.outcome.data), self.reason.data or "", self.conditions.data or ""
        )

    @property
    def number(self) -> int:
        """The number of the account that the page showed; 0 where it is no number."""
        typed = str(self.seen.data)
        return int(typed) if typed.isdecimal() else 0


class WithdrawForm(Form):
    """Why a point is withdrawn."""

    why = TextAreaField(
        _l("Hvorfor trekkes punktet?"),
        [DataRequired(_l("Skriv hvorfor punktet trekkes.")), Length(max=ROOM_FOR_WORDS)],
    )


def point_form(point: StageGate | None = None) -> PointForm:
    """Make the form of a new point, or of one that is there."""
    form = PointForm(
        data={} if point is None else {
            "kind": point.kind.value, "name": point.name, "to_show": point.to_show,
            "due_on": point.due_on,
        }
    )  # fmt: skip
    form.kind.choices = choices_of(PointKind)
    return form


def account_form(point: StageGate) -> AccountForm:
    """Make the form of an account; who tells anew goes on from what was told last."""
    last = point.newest
    form = AccountForm(
        data={} if last is None else {
            "delivered": last.delivered, "spent": last.spent, "expected": last.expected,
            "outlook": last.outlook.value, "why": last.outlook_why,
        }
    )  # fmt: skip
    form.outlook.choices = choices_of(Outlook)
    return form


def decide_form(point: StageGate) -> DecideForm:
    """Make the form of a decision on what was told last."""
    form = DecideForm(seen=str(point.newest.number if point.newest else 0))
    form.outcome.choices = choices_of(PointOutcome)
    return form

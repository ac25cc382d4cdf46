"""What is typed in a project's register of benefits."""

from datetime import date
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from criteria.benefits import Given, Judgement, Point, ValueProblem
from criteria.benefitwords import Actor, Grade, IndicatorKind, Level, Use, ValueKind
from followup.benefits.models import Measurement, Ownership
from followup.benefits.refusals import Refusal
from followup.benefits.services import NewRisk, OwnBenefit, Promise
from followup.fields import MeasureField
from foundation.fields import CheckboxesField, OsloDateField, WholeNumberField
from foundation.forms import Form, choices_of

ROOM = 2000
ROOM_FOR_NAME = 200
ROOM_FOR_METHOD = 300
ROOM_FOR_OWNER = 120
WHOLE = 100
FIELDS = {
    ValueProblem.IN_THE_FUTURE: "valid_on",
    ValueProblem.NOT_AFTER_BASELINE: "valid_on",
    ValueProblem.DAY_TAKEN: "valid_on",
    ValueProblem.SAME_AS_BASELINE: "value",
    ValueProblem.NO_METHOD: "method",
    ValueProblem.NO_GRADE: "grade",
    ValueProblem.NOT_EXPLAINED: "explanation",
    Refusal.REASON_MISSING: "reason",
}
"""The field that a refusal of a value is about."""


class ChooseForm(Form):
    """The lead picks from the catalogue."""

    codes = CheckboxesField(_l("Gevinster i katalogen"))


class JudgeForm(Form):
    """The five judgements of a benefit."""

    potential = RadioField(_l("Gevinstpotensial"), [InputRequired()])
    strategy = RadioField(_l("Strategisk viktighet"), [InputRequired()])
    measurability = RadioField(_l("Målbarhet"), [InputRequired()])
    causality = RadioField(_l("Kausalitet"), [InputRequired()])
    risk = RadioField(_l("Risiko"), [InputRequired()])

    def offer_levels(self) -> None:
        """Offer the levels of the scale, each with what more of it means."""
        told = {
            "potential": _("Hvor mye er gevinsten verdt? Høyt potensial gir høyere prioritet."),
            "strategy": _("Er gevinsten et prioritert område? Høy viktighet gir høyere prioritet."),
            "measurability": _("Lar gevinsten seg måle? Lav målbarhet gir lavere prioritet."),
            "causality": _(
                "Kan gevinsten spores til tiltaket? Lav kausalitet gir lavere prioritet."
            ),
            "risk": _(
                "Kan gevinsten utebli? Høy risiko gir høyere prioritet, for da står mer på spill."
            ),
        }
        for name, hint in told.items():
            self[name].choices = choices_of(Level)
            self[name].description = hint

    @property
    def judgement(self) -> Judgement:
        """What is chosen."""
        return Judgement(
            potential=Level(self.potential.data),
            strategy=Level(self.strategy.data),
            measurability=Level(self.measurability.data),
            causality=Level(self.causality.data),
            risk=Level(self.risk.data),
        )


class OwnBenefitForm(JudgeForm):
    """A benefit that is not in the catalogue."""

    name = StringField(
        _l("Hva er gevinsten?"),
        [DataRequired(_l("Skriv hva gevinsten er.")), Length(max=ROOM_FOR_NAME)],
        description=_l("For eksempel: Kortere ventetid på hjemmetjenester."),
    )
    actors = CheckboxesField(_l("Hvem har nytte av den?"))

    @property
    def own(self) -> OwnBenefit:
        """What is typed."""
        return OwnBenefit(
            name=self.name.data or "",
            actors=frozenset(Actor(one) for one in self.actors.data or ()),
            judgement=self.judgement,
        )


class DropForm(Form):
    """The lead follows a benefit no longer."""

    why = TextAreaField(
        _l("Hvorfor følger dere den ikke lenger?"),
        [DataRequired(_l("Skriv hvorfor.")), Length(max=ROOM)],
    )


class IndicatorForm(Form):
    """An indicator of the project's own."""

    kind = RadioField(_l("Hva måler den?"), [InputRequired()])
    name = StringField(
        _l("Hva måler dere?"),
        [DataRequired(_l("Skriv hva dere måler.")), Length(max=ROOM_FOR_NAME)],
    )
    unit = StringField(
        _l("Enhet"),
        [DataRequired(_l("Skriv enheten.")), Length(max=60)],
        description=_l("For eksempel minutter, dager, antall eller prosent."),
    )

    @property
    def chosen(self) -> IndicatorKind:
        """The kind that is chosen."""
        return IndicatorKind(self.kind.data)


class OwnerForm(Form):
    """Who in a kommune answers for a benefit."""

    owner = StringField(
        _l("Hvem har ansvaret for gevinsten?"),
        [DataRequired(_l("Skriv hvem som har ansvaret.")), Length(max=ROOM_FOR_OWNER)],
        description=_l("Skriv rollen, for eksempel kommunalsjef helse."),
    )
    use = SelectField(_l("Hva skal gevinsten brukes til?"), [InputRequired()])
    how = TextAreaField(
        _l("Hvordan skal den tas ut?"),
        [DataRequired(_l("Skriv hvordan gevinsten skal tas ut.")), Length(max=ROOM)],
        description=_l("Er gevinsten spart tid, skriver dere hva tiden skal brukes til."),
    )
    other_causes = TextAreaField(
        _l("Hvordan skiller dere virkningen av prosjektet fra andre årsaker?"),
        [Optional(), Length(max=ROOM)],
    )

    @classmethod
    def of(cls, held: Ownership | None) -> "OwnerForm":
        """Make the form, filled with what holds."""
        form = cls(obj=held)
        form.use.choices = [("", _("Velg")), *choices_of(Use)]  # none is promised unasked
        return form

    @property
    def promise(self) -> Promise:
        """What is typed."""
        return Promise(
            owner=self.owner.data or "",
            use=Use(self.use.data),
            how=self.how.data or "",
            other_causes=self.other_causes.data or "",
        )


class RiskForm(Form):
    """Something that may take a part of a benefit."""

    text = TextAreaField(
        _l("Hva kan gjøre gevinsten mindre?"),
        [DataRequired(_l("Skriv hva som kan gjøre gevinsten mindre.")), Length(max=ROOM)],
    )
    probability = WholeNumberField(
        _l("Hvor sannsynlig er det, i prosent?"),
        [InputRequired(_l("Skriv hvor sannsynlig det er.")), NumberRange(0, WHOLE)],
    )
    share_lost = WholeNumberField(
        _l("Hvor stor del av gevinsten går tapt, i prosent?"),
        [InputRequired(_l("Skriv hvor mye som går tapt.")), NumberRange(0, WHOLE)],
    )
    mitigation = TextAreaField(
        _l("Hva gjør dere med det?"),
        [DataRequired(_l("Skriv hva dere gjør med det.")), Length(max=ROOM)],
    )
    owner = StringField(
        _l("Hvem følger det opp?"),
        [DataRequired(_l("Skriv hvem som følger det opp.")), Length(max=ROOM_FOR_OWNER)],
    )

    @property
    def new(self) -> NewRisk:
        """What is typed."""
        return NewRisk(
            text=self.text.data or "",
            probability=self.probability.data or 0,
            share_lost=self.share_lost.data or 0,
            mitigation=self.mitigation.data or "",
            owner=self.owner.data or "",
        )


class ValueForm(Form):
    """A baseline, a target or a measurement; `value_form` leaves out what a kind does not have."""

    value = MeasureField(_l("Verdi"), [InputRequired(_l("Skriv verdien."))])
    valid_on = OsloDateField(_l("Dato"), [InputRequired(_l("Skriv datoen."))])
    method = StringField(
        _l("Hvordan er verdien funnet?"),
        [DataRequired(_l("Skriv hvordan verdien er funnet.")), Length(max=ROOM_FOR_METHOD)],
        description=_l("For eksempel: stikkprøve av 40 vakter i mars, talt i journalen."),
    )
    grade = RadioField(
        _l("Hvor sikker er verdien?"),
        [InputRequired(_l("Velg om verdien er målt, beregnet eller anslått."))],
    )
    explanation = TextAreaField(
        _l("Er målingen dårligere enn dere ventet, hva er grunnen, og hva gjør dere med det?"),
        [Optional(), Length(max=ROOM)],
    )
    reason = TextAreaField(
        _l("Hvorfor retter dere verdien?"),
        [DataRequired(_l("Skriv hvorfor dere retter verdien.")), Length(max=ROOM)],
        description=_l("Den gamle verdien blir stående i historikken sammen med begrunnelsen."),
    )

    def given(self, kind: ValueKind) -> Given:
        """Give what is typed as the rules take it."""
        found = kind is not ValueKind.TARGET
        return Given(
            kind=kind,
            point=Point(self.value.data or Decimal(0), self.valid_on.data or date.min),
            method=(self.method.data or "") if found else "",
            grade=Grade(self.grade.data) if found else None,
            explanation=(self.explanation.data or "") if kind is ValueKind.MEASURED else "",
        )


def value_form(kind: ValueKind, corrected: Measurement | None = None) -> ValueForm:
    """Make the form of a value, filled with what is corrected."""
    form = ValueForm(obj=corrected, data={"reason": ""})
    if corrected is None:
        del form.reason
    if kind is not ValueKind.MEASURED:
        del form.explanation
    if kind is ValueKind.TARGET:
        form.valid_on.label.text = _("Målet skal være nådd innen")
        del form.method
        del form.grade
        return form
    form.grade.choices = choices_of(Grade)
    return form


class WithdrawForm(Form):
    """A measurement is taken back."""

    reason = TextAreaField(
        _l("Hvorfor trekker dere målingen tilbake?"),
        [DataRequired(_l("Skriv hvorfor dere trekker målingen tilbake.")), Length(max=ROOM)],
    )


class QuestionForm(Form):
    """The office asks a kommune about its figures."""

    text = TextAreaField(
        _l("Spørsmål til kommunen"),
        [DataRequired(_l("Skriv hva du vil spørre om.")), Length(max=ROOM)],
    )


class AnswerForm(Form):
    """A kommune answers."""

    answer = TextAreaField(_l("Svar"), [DataRequired(_l("Skriv et svar.")), Length(max=ROOM)])

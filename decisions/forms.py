"""What is typed about decisions: a reason, a date, an answer."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    StringField,
    TextAreaField,
    TimeField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, Optional

from decisions.account import read_account
from decisions.refusals import Refusal
from foundation import words
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import Form

LONGEST_REASON = 4000


class ReasonForm(Form):
    """The office's own words about a decision, beside what is assembled from the assessment."""

    reason = TextAreaField(
        _l("Egne ord om vedtaket"),
        description=_l("Teksten kommer etter hovedbegrunnelsen i brevet, slik du skriver den her."),
        validators=[Optional(), Length(max=LONGEST_REASON)],
    )


class RejectionForm(Form):
    """Why an application is rejected (avvist)."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        description=_l("Begrunnelsen står i brevet, slik du skriver den her."),
        validators=[
            InputRequired(_l("Skriv hvorfor søknaden avvises.")),
            Length(max=LONGEST_REASON),
        ],
    )


class SignForm(Form):
    """A signature under the decisions that were shown, and the date the letters bear."""

    seen = HiddenField()
    publish_on = OsloDateField(
        _l("Dato på brevene"),
        description=_l("Vedtakene kunngjøres denne dagen. Fristen for å akseptere regnes fra den."),
        validators=[InputRequired(_l("Skriv datoen brevene skal ha."))],
    )
    confirmed = BooleanField(
        _l("Jeg har lest vedtakene og begrunnelsene, og jeg er habil i sakene"),
        validators=[InputRequired(_l("Du må bekrefte før du kan signere."))],
    )

    def seen_ids(self) -> frozenset[int]:
        """Give the decisions that were on the page."""
        return frozenset(int(one) for one in (self.seen.data or "").split() if one.isdigit())


class SignOneForm(SignForm):
    """A signature under one decision."""

    confirmed = BooleanField(
        _l("Jeg har lest vedtaket og begrunnelsen, og jeg er habil i saken"),
        validators=[InputRequired(_l("Du må bekrefte før du kan signere."))],
    )


class DateForm(Form):
    """The date that a round's letters shall bear instead."""

    on = OsloDateField(
        _l("Ny dato på brevene"), validators=[InputRequired(_l("Skriv datoen brevene skal ha."))]
    )


class ReleaseForm(Form):
    """The time at which a round is published."""

    on = OsloDateField(
        _l("Dag"), validators=[InputRequired(_l("Skriv dagen vedtakene skal kunngjøres."))]
    )
    hour = TimeField(
        _l("Klokkeslett"),
        validators=[InputRequired(_l("Skriv klokkeslettet, som 09:00."))],
    )


class DeclareForm(Form):
    """The cases in which somebody declares to be impartial."""

    cases = CheckboxesField(_l("Saker du er habil i"), coerce=int)


class AcceptForm(Form):
    """Yes to an award: the conditions, and where to pay."""

    account_number = StringField(
        _l("Kontonummer tilskuddet skal betales til"),
        description=_l("Elleve sifre. Kontoen må tilhøre hovedsøkeren."),
        validators=[InputRequired(_l("Skriv kontonummeret tilskuddet skal betales til."))],
    )
    accepted = BooleanField(
        _l("Vi har lest tilskuddsbrevet og aksepterer tilskuddet med alle vilkårene"),
        validators=[InputRequired(_l("Dere må akseptere vilkårene for å få tilskuddet."))],
    )

    def validate_account_number(self, field: StringField) -> None:
        """Check the number's own check digit."""
        if read_account(field.data or "") is None:
            raise ValidationError(words.say(Refusal.ACCOUNT_NUMBER_WRONG))


class DeclineForm(Form):
    """No to an award."""

    declined = BooleanField(
        _l("Vi takker nei til tilskuddet, og vet at svaret er endelig"),
        validators=[InputRequired(_l("Kryss av for å takke nei."))],
    )


class InterimForm(Form):
    """An interim reply to many: which cases, when they can expect an answer, and why it takes time."""

    cases = CheckboxesField(
        _l("Saker som skal få foreløpig svar"),
        coerce=int,
        validators=[InputRequired(_l("Kryss av for minst én sak."))],
    )
    expected_on = OsloDateField(
        _l("Når vi regner med å ha avgjort sakene"),
        validators=[InputRequired(_l("Skriv datoen svaret er ventet."))],
    )
    reason_nb = TextAreaField(
        _l("Hvorfor det tar tid (bokmål)"), validators=[Optional(), Length(max=LONGEST_REASON)]
    )
    reason_nn = TextAreaField(
        _l("Hvorfor det tar tid (nynorsk)"), validators=[Optional(), Length(max=LONGEST_REASON)]
    )

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for the reason in both forms or in neither: each is written to in its own."""
        whole: bool = super().validate(extra_validators)
        for said, other in ((self.reason_nb, self.reason_nn), (self.reason_nn, self.reason_nb)):
            if (other.data or "").strip() and not (said.data or "").strip():
                said.errors = [*said.errors, gettext("Skriv begrunnelsen på begge målformer.")]
                whole = False
        return whole

"""What is typed in complaints, by the party and by the office."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from applications.forms.parts import MayWait, SectionForm
from criteria.appeal import Leave, Result, Ruling
from decisions.appeals.content import ComplaintContent
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form

ROOM_FOR_WANTED = 4000
ROOM_FOR_GROUNDS = 12_000
ROOM_FOR_REASON = 8000


class ComplaintForm(SectionForm):
    """The complaint itself: what is wanted, why, and, where it is late, why it is."""

    wanted = TextAreaField(
        _l("Hva ønsker dere endret i vedtaket?"),
        description=_l("For eksempel beløpet, et vilkår eller at søknaden vurderes på nytt."),
        validators=[MayWait(), Length(max=ROOM_FOR_WANTED)],
    )
    grounds = TextAreaField(
        _l("Hvorfor mener dere det?"),
        description=_l("Skriv hva dere mener er feil, og hva som taler for en annen løsning."),
        validators=[MayWait(), Length(max=ROOM_FOR_GROUNDS)],
    )
    late_because = TextAreaField(
        _l("Hvorfor kommer klagen for sent?"),
        description=_l("Bare når fristen er ute. Skriv også hvorfor klagen likevel bør prøves."),
        validators=[MayWait(), Length(max=ROOM_FOR_WANTED)],
    )

    def content(self) -> ComplaintContent:
        """Give what was typed, with the version that its writer saw."""
        return ComplaintContent(
            self.wanted.data or "",
            self.grounds.data or "",
            self.late_because.data or "",
            seen=int(self.seal) if self.seal.isdecimal() else None,
        )


class ComplaintFileForm(Form):
    """A document with the complaint."""

    file = FileField(_l("Vedlegg"), [FileRequired(_l("Velg en fil."))])


class SubmitComplaintForm(Form):
    """The complaint is sent."""

    confirmed = BooleanField(
        _l("Jeg sender klagen på vegne av parten"),
        validators=[InputRequired(_l("Du må bekrefte før du kan sende klagen."))],
    )


class WithdrawComplaintForm(Form):
    """The complaint is taken back."""

    confirmed = BooleanField(
        _l("Vi trekker klagen, og vet at den da ikke blir behandlet"),
        validators=[InputRequired(_l("Kryss av for å trekke klagen."))],
    )


class CommentForm(Form):
    """What the party says to the statement."""

    comment = TextAreaField(
        _l("Uttalelse til klageinstansen"),
        validators=[DataRequired(_l("Skriv uttalelsen.")), Length(max=ROOM_FOR_REASON)],
    )


class LeaveForm(Form):
    """Why a late complaint is taken up."""

    leave = RadioField(
        _l("Hvorfor tas klagen opp?"), validators=[InputRequired(_l("Velg hvorfor."))]
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        validators=[DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )

    def chosen(self) -> Leave:
        """Give the ground that was chosen."""
        return Leave(self.leave.data)


class RulingForm(Form):
    """What the office finds. `after`: the number of the finding that its writer saw."""

    after = HiddenField()
    ruling = RadioField(
        _l("Konklusjon"), validators=[InputRequired(_l("Velg en konklusjon."))]
    )
    amount = MoneyField(
        _l("Beløp når vedtaket gjøres om delvis"),
        description=_l("Hele beløpet som skal innvilges, også det som allerede er innvilget."),
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        description=_l(
            "Parten og klageinstansen leser den. Ved omgjøring står den i det nye vedtaket."
        ),
        validators=[DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )

    def chosen(self) -> Ruling:
        """Give the conclusion that was chosen."""
        return Ruling(self.ruling.data)

    def seen(self) -> int:
        """Give the number of the finding that was on the page; 0 for none."""
        written = str(self.after.data or "")
        return int(written) if written.isdecimal() else 0


class ResultForm(Form):
    """What the appeal body came to."""

    result = RadioField(
        _l("Klageinstansens avgjørelse"), validators=[InputRequired(_l("Velg avgjørelsen."))]
    )
    decided_on = OsloDateField(
        _l("Dato for avgjørelsen"), validators=[InputRequired(_l("Skriv datoen."))]
    )
    text = TextAreaField(
        _l("Hva klageinstansen kom til"),
        validators=[DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )

    def chosen(self) -> Result:
        """Give the result that was chosen."""
        return Result(self.result.data)


class FollowResultForm(Form):
    """The new decision that the appeal body's result asks for."""

    amount = MoneyField(
        _l("Beløpet som skal innvilges"),
        description=_l("Hele beløpet, også det som allerede er innvilget."),
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        description=_l("Den står i det nye vedtaket."),
        validators=[DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )


class AnswerReasonsForm(Form):
    """The reasons that a party has asked for."""

    answer = TextAreaField(
        _l("Begrunnelse"),
        description=_l("Parten leser den i saken. Ny klagefrist løper fra da."),
        validators=[DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )

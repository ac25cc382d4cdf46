"""What is typed about a clerical error in a decision."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from criteria.correcting import ClericalError, Corrected, CorrectionRefusal
from foundation import words
from foundation.fields import tidy
from foundation.forms import Form, choices_of
from foundation.language import BOKMAL, NYNORSK

ROOM_FOR_TEXT = 1000
ROOM_FOR_WHY = 2000


class ProposeForm(Form):
    """An error, what stood, what shall stand, and why it is nothing but an error in writing."""

    error = RadioField(
        _l("Hva er skrevet feil?"),
        coerce=ClericalError,
        validators=[DataRequired(_l("Velg hva som er skrevet feil."))],
    )
    wrong_nb = TextAreaField(
        _l("Det sto i brevet på bokmål"),
        description=_l("Ordrett slik det står i brevet, innenfor ett avsnitt."),
        validators=[Optional(), Length(max=ROOM_FOR_TEXT)],
    )
    right_nb = TextAreaField(
        _l("Det skal stå (bokmål)"), validators=[Optional(), Length(max=ROOM_FOR_TEXT)]
    )
    wrong_nn = TextAreaField(
        _l("Det sto i brevet på nynorsk"),
        description=_l("Ordrett slik det står i brevet, innenfor ett avsnitt."),
        validators=[Optional(), Length(max=ROOM_FOR_TEXT)],
    )
    right_nn = TextAreaField(
        _l("Det skal stå (nynorsk)"), validators=[Optional(), Length(max=ROOM_FOR_TEXT)]
    )
    why = TextAreaField(
        _l("Hvorfor er dette bare en skrivefeil?"),
        description=_l("Begrunnelsen står i brevet, slik du skriver den her."),
        validators=[
            InputRequired(_l("Skriv hvorfor dette er en skrivefeil.")),
            Length(max=ROOM_FOR_WHY),
        ],
    )

    def offer(self, languages: Mapping[str, object]) -> None:
        """Offer the kinds of errors, and ask only for the forms of Norwegian that letters were sent in."""
        self.error.choices = choices_of(ClericalError)
        for language in (BOKMAL, NYNORSK):
            if language not in languages:
                del self[f"wrong_{language}"], self[f"right_{language}"]

    def texts(self) -> dict[str, Corrected]:
        """Give what was typed, by form of Norwegian; one that is empty is kept, to be refused."""
        return {
            language: Corrected(self._said(f"wrong_{language}"), self._said(f"right_{language}"))
            for language in (BOKMAL, NYNORSK)
            if f"wrong_{language}" in self
        }

    def tell(self, language: str, refusal: CorrectionRefusal) -> None:
        """Say beside the field what is wrong with the text in a form of Norwegian."""
        side = "wrong" if refusal is CorrectionRefusal.NOT_IN_THE_LETTER else "right"
        field = self[f"{side}_{language}"]
        field.errors = [*field.errors, words.say(refusal)]

    def _said(self, name: str) -> str:
        return " ".join((tidy(self[name].data) or "").split())


class SignCorrectionForm(Form):
    """A signature under the correction that was shown."""

    seen = HiddenField()
    confirmed = BooleanField(
        _l("Jeg har lest rettingen. Den endrer verken utfall eller beløp, og jeg er habil i saken"),
        validators=[InputRequired(_l("Du må bekrefte før du kan signere."))],
    )

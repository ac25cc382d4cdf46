"""What is looked for in the journal, what is asked for, and what officers find."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from accounts.forms.persons import ADDRESS
from criteria.disclosure import PARAGRAPHS, Ground
from figures.openness.models import Direction, Exemption
from figures.openness.papers import Part
from figures.openness.queries import JournalFilter
from foundation import words
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import FilterForm, Form, choices_of

ROOM = 4000
OPEN = ""
"""The choice of no paragraph."""


class JournalFilterForm(FilterForm):
    """What the journal shows."""

    text = StringField(
        _l("Tekst"), [Optional(), Length(max=80)], description=_l("I tittelen på dokumentet")
    )
    case = StringField(_l("Sak"), [Optional(), Length(max=12)], description=_l("Som 2026/00012"))
    party = StringField(
        _l("Avsender eller mottaker"), [Optional(), Length(max=80)], description=_l("Del av navnet")
    )
    direction = SelectField(_l("Retning"), [Optional()])
    first_day = OsloDateField(_l("Fra og med"), [Optional()])
    last_day = OsloDateField(_l("Til og med"), [Optional()])

    def offer(self) -> None:
        """Offer both directions, or either."""
        self.direction.choices = [("", str(_l("Inn og ut"))), *choices_of(Direction)]

    def chosen(self) -> JournalFilter:
        """Give what the address asks for; what cannot be read is left out."""
        direction = self.direction.data
        return JournalFilter(
            text=self.text.data or "",
            case=self.case.data or "",
            party=self.party.data or "",
            direction=Direction(direction) if direction in set(Direction) else None,
            first_day=self.first_day.data,
            last_day=self.last_day.data,
        )


class AskForm(Form):
    """Somebody asks for a document."""

    email = EmailField(
        _l("E-postadresse"),
        [
            DataRequired(_l("Skriv adressen svaret skal sendes til.")),
            Regexp(
                ADDRESS, message=_l("Skriv en gyldig e-postadresse, for eksempel navn@kommune.no.")
            ),
            Length(max=200),
        ],
        description=_l("Svaret sendes hit. Adressen slettes et år etter svaret."),
    )
    name = StringField(
        _l("Navn"),
        [Optional(), Length(max=120)],
        description=_l("Du trenger ikke å si hvem du er, eller hvorfor du spør."),
    )
    said = TextAreaField(
        _l("Beskjed til oss"),
        [Optional(), Length(max=ROOM)],
        description=_l("For eksempel hvilken del av dokumentet du er interessert i."),
    )


class MarkForm(Form):
    """An officer finds a document exempt, or open."""

    ground = RadioField(_l("Er dokumentet unntatt offentlighet?"))
    title = StringField(
        _l("Offentlig tittel"),
        [Optional(), Length(max=200)],
        description=_l("Bare når tittelen selv må skjermes. Den står i journalen i stedet."),
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [DataRequired(_l("Skriv hvorfor.")), Length(max=ROOM)],
        description=_l(
            "Internt. Skriv også om dokumentet likevel bør være åpent (meroffentlighet)."
        ),
    )

    def offer(self, mark: Exemption | None) -> None:
        """Offer every paragraph, and none; begin with what holds now."""
        self.ground.choices = [(OPEN, str(_l("Nei, dokumentet er åpent"))), *grounds()]
        if not self.is_submitted():
            self.ground.data = mark.ground.value if mark and mark.ground else OPEN
            self.title.data = mark.title if mark else ""

    @property
    def chosen(self) -> Ground | None:
        """The paragraph; None for open."""
        return Ground(self.ground.data) if self.ground.data else None


class AnswerForm(Form):
    """An officer answers a request."""

    given = CheckboxesField(
        _l("Dette gis ut"), description=_l("Ta bort krysset ved det som ikke kan gis ut.")
    )
    ground = SelectField(
        _l("Paragraf for det som ikke gis ut"),
        [Optional()],
        description=_l("Avslaget må vise til paragrafen det bygger på (offentleglova § 31)."),
    )
    answer = TextAreaField(
        _l("Svar"),
        [Optional(), Length(max=ROOM)],
        description=_l("Den som spurte, leser dette."),
    )

    def offer(self, parts: Iterable[Part]) -> None:
        """Offer the parts of the document; all are ticked to begin with."""
        offered = [(one.key, one.filename) for one in parts if one.held is None]
        self.given.choices = offered
        self.ground.choices = [("", str(_l("Velg paragraf"))), *grounds()]
        if not self.is_submitted():
            self.given.data = [key for key, _name in offered]

    @property
    def chosen(self) -> Ground | None:
        """The paragraph that something is kept back by."""
        return Ground(self.ground.data) if self.ground.data in set(Ground) else None


def grounds() -> list[tuple[str, str]]:
    """Give the paragraphs as choices, each with what it is about."""
    return [(one.value, f"{PARAGRAPHS[one]}: {words.say(one)}") for one in Ground]

"""What is typed about the texts of letters: every part in both forms, and from when they are in force."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from criteria.lettertext import Demands, faults_of
from decisions.letterkinds import LetterKind
from decisions.lettertexts.parts import COMMON, Part, Texts, demands, parts_of
from decisions.lettertexts.words import PART_WORDS
from foundation import words
from foundation.errors import StaleError
from foundation.fields import OsloDateField
from foundation.forms import Form
from foundation.language import BOKMAL, LANGUAGES, NYNORSK, Bilingual

LONGEST_TEXT = 4000
LONGEST_LINE = 300
FORM_WORDS = {BOKMAL: _l("bokmål"), NYNORSK: _l("nynorsk")}


class TextsForm(Form):
    """A new version of a kind's texts. The parts' own fields are added for each kind."""

    version = HiddenField()
    valid_from = OsloDateField(
        _l("Gjelder fra"),
        description=_l("Brev som er datert denne dagen eller senere, skrives med disse tekstene."),
        validators=[InputRequired(_l("Skriv datoen tekstene skal gjelde fra."))],
    )

    def refuse_stale(self, number: int) -> None:
        """Raise StaleError when another version was saved after the page was opened."""
        if self.version.data != str(number):
            raise StaleError

    def texts(self, kind: LetterKind) -> Texts:
        """Give what was typed, by part."""
        return {
            part.code: Bilingual(
                *(self[field_name(part.code, one)].data or "" for one in LANGUAGES)
            )
            for part in parts_of(kind)
        }


class NeutralFormForm(Form):
    """The form of Norwegian for those who have chosen none."""

    language = RadioField(
        _l("Målform til mottakere som er nøytrale"),
        validators=[InputRequired(_l("Velg bokmål eller nynorsk."))],
    )

    def offer(self) -> None:
        """Offer both forms."""
        self.language.choices = [(form, str(text)) for form, text in FORM_WORDS.items()]


def texts_form(kind: LetterKind) -> type[TextsForm]:
    """Make the form of a kind of letter: two fields for each of its parts."""
    fields = {
        field_name(part.code, language): _field(kind, part, language)
        for part in parts_of(kind)
        for language in LANGUAGES
    }
    return cast("type[TextsForm]", type("TextsFormOfKind", (TextsForm,), fields))


def filled(texts: Texts, number: int, today: date) -> Mapping[str, object]:
    """Give what the form is filled with when it is opened."""
    typed = {
        field_name(code, language): text.in_(language)
        for code, text in texts.items()
        for language in LANGUAGES
    }
    return {**typed, "version": str(number), "valid_from": today}


def field_name(code: str, language: str) -> str:
    """Name the field of a part in one form."""
    return f"{code}_{language}"


def _field(kind: LetterKind, part: Part, language: str) -> StringField:
    of = StringField if part.is_one_line else TextAreaField
    held_to = demands(kind, part.code)
    field: StringField = of(
        _l("%(part)s (%(form)s)", part=PART_WORDS[part.code], form=FORM_WORDS[language]),
        description=_hint(held_to),
        validators=[
            Length(max=LONGEST_LINE if part.is_one_line else LONGEST_TEXT),
            _checked(held_to),
        ],
    )
    return field


def _hint(held_to: Demands) -> str:
    """Name the places that must stand, then those that may here and not everywhere."""
    must = ", ".join(f"{{{name}}}" for name in sorted(held_to.must))
    may = ", ".join(f"{{{name}}}" for name in sorted(held_to.known - held_to.must - COMMON))
    told = [_("Må ha: %(names)s.", names=must)] if must else []
    told += [_("Må nevne: %(words)s.", words=", ".join(held_to.words))] if held_to.words else []
    told += [_("Kan også ha: %(names)s.", names=may)] if may else []
    told += [_("Kan stå tom.")] if held_to.optional else []
    return " ".join(told)


def _checked(held_to: Demands) -> Callable[[Form, StringField], None]:
    def check(form: Form, field: StringField) -> None:
        del form
        found = [
            words.say(one.kind, about=one.about) for one in faults_of(field.data or "", held_to)
        ]
        if found:
            raise ValidationError(" ".join(str(one) for one in found))

    return check

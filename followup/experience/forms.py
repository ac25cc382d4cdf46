"""What is typed about a project's experience, and the office's answer to it."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from applications.forms.basics import AN_ADDRESS
from criteria.experience import Subject
from followup.experience.content import ExperienceContent
from followup.experience.models import Experience
from foundation import clock
from foundation.fields import CheckboxesField
from foundation.forms import Form, choices_of
from foundation.showing import show_text
from grants.registers.models import Standard

ROOM_FOR_TEXT = 4000
ROOM_FOR_ANSWER = 2000


class ExperienceForm(Form):
    """The account itself. Nothing need be whole before it is sent."""

    seen = HiddenField()
    title = StringField(
        _l("Tittel"), [Optional(), Length(max=200)], description=_l("Det andre ser i biblioteket.")
    )
    done = TextAreaField(_l("Hva gjorde dere?"), [Optional(), Length(max=ROOM_FOR_TEXT)])
    worked = TextAreaField(_l("Hva virket?"), [Optional(), Length(max=ROOM_FOR_TEXT)])
    failed = TextAreaField(
        _l("Hva ville dere gjort annerledes?"),
        [Optional(), Length(max=ROOM_FOR_TEXT)],
        description=_l("Det som ikke virket, er like nyttig for andre."),
    )
    subjects = CheckboxesField(_l("Temaer"), [Optional()])
    standards = CheckboxesField(_l("Standarder og nasjonale løsninger dere brukte"), [Optional()])
    contact_name = StringField(
        _l("Hvem kan andre spørre?"), [Optional(), Length(max=120)],
        description=_l("En rolle eller en person. Navnet blir synlig for alle."),
    )  # fmt: skip
    contact_email = StringField(
        _l("E-postadresse"),
        [
            Optional(),
            Length(max=200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
        description=_l("Blir synlig for alle. Bruk gjerne en felles postkasse."),
    )

    def offer(self, standards: Iterable[Standard]) -> None:
        """Offer the subjects, and standards of the register, in the reader's language."""
        self.subjects.choices = choices_of(Subject)
        self.standards.choices = [(one.code, show_text(one.newest.title)) for one in standards]

    def content(self) -> ExperienceContent:
        """Give what is written in a valid form."""
        seen = self.seen.data or ""
        return ExperienceContent(
            seen=int(seen) if seen.isdecimal() else None,
            title=self.title.data or "",
            done=self.done.data or "",
            worked=self.worked.data or "",
            failed=self.failed.data or "",
            contact_name=self.contact_name.data or "",
            contact_email=self.contact_email.data or "",
            subjects=tuple(Subject(one) for one in self.subjects.data or ()),
            standards=tuple(self.standards.data or ()),
        )


def experience_form(last: Experience | None, standards: Iterable[Standard]) -> ExperienceForm:
    """Make the form, filled with the newest account of the project.

    What of `standards` is no longer in force is offered where it is chosen already.
    """
    chosen = last.standards if last else ()
    today = clock.today()
    form = ExperienceForm(data=_written(last) if last else {})
    form.offer(one for one in standards if one.code in chosen or one.newest.holds(today))
    return form


def _written(last: Experience) -> dict[str, object]:
    return {
        "seen": str(last.version) if last.answered_at is None else "",
        "title": last.title,
        "done": last.done,
        "worked": last.worked,
        "failed": last.failed,
        "subjects": [one.value for one in last.subjects],
        "standards": last.standards,
        "contact_name": last.contact_name,
        "contact_email": last.contact_email,
    }


class DocumentForm(Form):
    """A document that others can use."""

    file = FileField(_l("Dokument"), [FileRequired(_l("Velg en fil."))])


class AnswerForm(Form):
    """The office's answer. The button that is pressed tells what becomes of the account."""

    text = TextAreaField(
        _l("Melding til prosjektet"),
        [Length(max=ROOM_FOR_ANSWER)],
        description=_l("Må fylles ut når fortellingen sendes tilbake eller tas ut av biblioteket."),
    )

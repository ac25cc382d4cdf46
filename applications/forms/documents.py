"""Documents: what they are, and the answer to a deficiency letter."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired, MultipleFileField
from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, Length

from applications.documents import OTHER
from applications.models import Application
from foundation.forms import Form
from foundation.showing import show_text

ROOM_FOR_ANSWER = 10_000


class UploadForm(Form):
    """A document, and which of those the call asks for it is."""

    kind = SelectField(_l("Hva slags vedlegg er det?"))
    file = FileField(_l("Fil"), [FileRequired(_l("Velg en fil."))])

    def offer(self, application: Application) -> None:
        """Offer the documents that the call asks for, and any other."""
        self.kind.choices = [
            *(
                (one.code, show_text(one.label))
                for one in application.call.required_attachments
            ),
            (OTHER, _l("Annet vedlegg")),
        ]


class SheetForm(Form):
    """A filled-in budget to read."""

    file = FileField(
        _l("Regneark"),
        [FileRequired(_l("Velg en fil."))],
        description=_l("XLSX uten makroer, høyst 2 MB."),
    )


class SupplementForm(Form):
    """The answer to what the office asks for."""

    answer = TextAreaField(
        _l("Svar"), [DataRequired(_l("Skriv et svar.")), Length(max=ROOM_FOR_ANSWER)]
    )
    files = MultipleFileField(_l("Vedlegg"))

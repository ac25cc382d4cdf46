"""What is typed in a message, and about a new contact."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import EmailField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length

from foundation.forms import Form

ROOM_FOR_MESSAGE = 5000


class MessageForm(Form):
    """A message, perhaps with a file."""

    body = TextAreaField(
        _l("Melding"), [DataRequired(_l("Skriv en melding.")), Length(max=ROOM_FOR_MESSAGE)]
    )
    file = FileField(_l("Vedlegg"))


class ContactForm(Form):
    """Who is reached about the case."""

    name = StringField(_l("Navn"), [DataRequired(_l("Skriv navnet.")), Length(max=120)])
    email = EmailField(
        _l("E-postadresse"), [DataRequired(_l("Skriv e-postadressen.")), Length(max=200)]
    )
    phone = TelField(_l("Telefon"), [Length(max=30)])

"""What officers write to applicants, and to each other."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from applications.forms.talking import ROOM_FOR_MESSAGE
from foundation.forms import Form


class NoteForm(Form):
    """A note for the office alone."""

    note = TextAreaField(
        _l("Intern merknad"), [DataRequired(_l("Skriv en merknad.")), Length(max=ROOM_FOR_MESSAGE)]
    )

"""What is typed about the day of a report."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from foundation.fields import OsloDateField
from foundation.forms import Form

ROOM_FOR_REASON = 2000


class ExtensionForm(Form):
    """The lead asks to report later."""

    wanted_on = OsloDateField(
        _l("Ny frist dere ber om"), [InputRequired(_l("Skriv datoen dere ber om."))]
    )
    reason = TextAreaField(
        _l("Hvorfor trenger dere mer tid?"),
        [DataRequired(_l("Skriv hvorfor dere trenger mer tid.")), Length(max=ROOM_FOR_REASON)],
    )


class AnswerExtensionForm(Form):
    """The office's answer. The button that is pressed tells whether a later day is given."""

    granted_on = OsloDateField(_l("Ny frist"), [Optional()])
    answer = TextAreaField(
        _l("Melding til prosjektet"),
        [Length(max=ROOM_FOR_REASON)],
        description=_l("Må fylles ut når fristen ikke blir utsatt."),
    )

"""What is typed on the demonstration's own pages."""

from datetime import time

from flask_babel import lazy_gettext as _l
from wtforms import TimeField
from wtforms.validators import InputRequired

from foundation.fields import OsloDateField
from foundation.forms import Form


class ClockForm(Form):
    """A day and an hour in Oslo."""

    day = OsloDateField(_l("Dato"), validators=[InputRequired(_l("Velg en dato."))])
    hour = TimeField(
        _l("Klokkeslett"), default=time(9, 0),
        validators=[InputRequired(_l("Velg et klokkeslett."))],
    )

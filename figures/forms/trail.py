"""What an auditor looks for in the audit trail."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length, Optional

from foundation.fields import OsloDateField
from foundation.forms import FilterForm


class TrailFilter(FilterForm):
    """A case, an act, a person, and the days between which it happened."""

    subject = StringField(
        _l("Gjelder"),
        [Optional(), Length(max=80)],
        description=_l("Saksnummer eller call:3"),
    )
    act = StringField(
        _l("Handling"), [Optional(), Length(max=80)], description=_l("Begynnelsen, som ledger")
    )
    person = StringField(
        _l("Person"), [Optional(), Length(max=120)], description=_l("Del av navn eller e-post")
    )
    first_day = OsloDateField(_l("Fra og med"), [Optional()])
    last_day = OsloDateField(_l("Til og med"), [Optional()])

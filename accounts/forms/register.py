"""What the register of kommuner can be narrowed to."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Optional

from foundation.fields import OsloDateField
from foundation.forms import FilterForm


class MunicipalityFilter(FilterForm):
    """A name or number, a fylke, and a day."""

    name = StringField(_l("Navn eller nummer"), [Optional()])
    county = SelectField(_l("Fylke"), [Optional()])
    on = OsloDateField(_l("Slik det er på dato"), [Optional()])

"""Forms of the proposals: run, compare, choose."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from foundation.fields import MoneyField
from foundation.forms import FilterForm, Form

LONGEST_REASON = 4000


class FrameForm(Form):
    """Running a proposal under a frame."""

    frame = MoneyField(_l("Ramme"), [InputRequired(_l("Skriv rammen."))])


class CompareForm(FilterForm):
    """Which other proposal to compare with."""

    other = SelectField(_l("Sammenlign med"), coerce=int)


class ChooseForm(Form):
    """Choosing a proposal."""

    reason = TextAreaField(
        _l("Hvorfor denne innstillingen velges"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )

"""What is typed when something happens to a published call: why, in both forms of Norwegian."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from foundation.fields import OsloDateField
from foundation.forms import Form
from foundation.language import Bilingual
from grants.forms.draft import VersionedForm

LONGEST_REASON = 2000


class ReasonForm(VersionedForm):
    """Why, for everybody to read."""

    reason_nb = TextAreaField(
        _l("Begrunnelse (bokmål)"),
        [DataRequired(_l("Skriv begrunnelsen på bokmål.")), Length(max=LONGEST_REASON)],
    )
    reason_nn = TextAreaField(
        _l("Begrunnelse (nynorsk)"),
        [DataRequired(_l("Skriv begrunnelsen på nynorsk.")), Length(max=LONGEST_REASON)],
        render_kw={"lang": "nn"},
    )

    @property
    def reason(self) -> Bilingual:
        """What was typed. Only after validation."""
        return self.both("reason")


class ExtendForm(ReasonForm):
    """A later deadline, and why."""

    closes_on = OsloDateField(_l("Ny søknadsfrist"), [InputRequired(_l("Skriv den nye fristen."))])


class FollowForm(Form):
    """Which edition the applicant has seen."""

    number = HiddenField(validators=[InputRequired()])

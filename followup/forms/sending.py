"""The end of a report: the auditor's statement, and sending it."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField
from wtforms.validators import InputRequired

from foundation.forms import Form


class AuditForm(Form):
    """The auditor's statement about the accounts."""

    file = FileField(_l("Bekreftelse fra revisor"), [FileRequired(_l("Velg en fil."))])


class SubmitForm(Form):
    """Sending a report that is whole."""

    confirmed = BooleanField(
        _l("Jeg bekrefter at opplysningene i rapporten er riktige"),
        [InputRequired(_l("Du må bekrefte før du kan sende inn."))],
    )

"""The last yes before an application goes in, and the words when it is taken back."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import DataRequired, Length

from foundation.forms import Form


class SubmitForm(Form):
    """The declaration that everything is right."""

    declared = BooleanField(
        _l(
            "Jeg bekrefter at opplysningene er riktige, og at hovedsøkeren er ansvarlig for "
            "tilskuddet på vegne av samarbeidet."
        ),
        [DataRequired(_l("Du må bekrefte dette før du kan sende inn søknaden."))],
    )


class WithdrawForm(Form):
    """Why an application is taken back."""

    reason = TextAreaField(
        _l("Hvorfor trekker dere søknaden?"),
        [DataRequired(_l("Skriv hvorfor dere trekker søknaden.")), Length(max=2000)],
    )

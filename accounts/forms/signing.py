"""What is typed when somebody signs in or sets a password."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from accounts.passwords import SHORTEST
from foundation.forms import Form


class SignInForm(Form):
    """E-mail address and password."""

    email = EmailField(
        _l("E-postadresse"),
        validators=[InputRequired(_l("Skriv e-postadressen din."))],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _l("Passord"),
        validators=[InputRequired(_l("Skriv passordet ditt."))],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(Form):
    """A new password, typed twice."""

    current = PasswordField(
        _l("Passordet du har nå"),
        validators=[InputRequired(_l("Skriv passordet du har nå."))],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        _l("Nytt passord"),
        validators=[
            InputRequired(_l("Skriv et nytt passord.")),
            Length(min=SHORTEST, message=_l("Passordet må ha minst %(min)d tegn.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _l("Nytt passord en gang til"),
        validators=[EqualTo("new", _l("De to passordene er ikke like."))],
        render_kw={"autocomplete": "new-password"},
    )

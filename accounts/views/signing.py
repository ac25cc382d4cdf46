"""Pages to sign in and out, and one's own profile."""

from flask import (
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from accounts import identity, passwords, services
from accounts.forms.notices import NoticesForm
from accounts.forms.signing import PasswordForm, SignInForm
from accounts.notices import services as notices
from accounts.notices.queries import choices_of
from accounts.notices.sending import MUST_BE_SENT
from accounts.permissions import Permission, public, requires
from accounts.views.blueprint import pages
from accounts.views.ties import handles_cases
from foundation import clock
from foundation.addresses import here, own_address
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/logg-inn", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Sign in with e-mail address and password."""
    form = SignInForm()
    if form.validate_on_submit():
        try:
            token = services.sign_in(
                email=form.email.data or "", password=form.password.data or "", at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.password)
        else:
            session.clear()
            session[identity.COOKIE_KEY] = token
            return redirect(own_address(request.args.get("next")) or url_for("home.start"))
    accounts = current_app.extensions.get("demo_accounts", list)()
    return render_template(
        "accounts/sign_in.html", form=form, demo_accounts=accounts, action=here()
    )


@pages.route("/logg-ut", methods=["POST"])
@public
def sign_out() -> ResponseReturnValue:
    """End the session and go back to the front page."""
    row = identity.sign_in_row() if current_user.is_authenticated else None
    if row is not None:
        services.sign_out(row, by=row.person, at=clock.now())
    session.clear()
    flash(_("Du er logget ut."))
    return redirect(url_for("home.start"))


@pages.route("/min-profil", methods=["GET", "POST"])
@requires(Permission.PROFILE_READ)
def profile() -> ResponseReturnValue:
    """See one's own roles and set a new password."""
    form = PasswordForm()
    person = identity.me()
    if form.validate_on_submit():
        if passwords.fits(form.current.data or "", person.password_hash):
            services.change_password(person, form.new.data or "", by=person, at=clock.now())
            session.clear()
            flash(_("Passordet er byttet. Logg inn på nytt."))
            return redirect(url_for("accounts.sign_in"))
        form.current.errors = [_("Passordet er feil.")]
    return _profile_page(form, _notices_form(formdata=None))


@pages.route("/min-profil/varsler", methods=["POST"])
@requires(Permission.PROFILE_READ)
def choose_notices() -> ResponseReturnValue:
    """Choose how often one is told by e-mail."""
    form = _notices_form()
    if not form.validate_on_submit():
        return _profile_page(PasswordForm(formdata=None), form)
    person = identity.me()
    notices.choose_notices(person, form.chosen(), by=person, at=clock.now())
    flash(_("Valgene for varsler er lagret."), "success")
    return redirect(url_for("accounts.profile"), 303)


def _notices_form(**given: object) -> NoticesForm:
    person = identity.me()
    form = NoticesForm(**given)
    form.offer(person, choices_of(person.id))
    return form


def _profile_page(form: PasswordForm, notices_form: NoticesForm) -> ResponseReturnValue:
    return render_template(
        "accounts/profile.html", form=form, notices=notices_form, person=identity.me(),
        must=MUST_BE_SENT, handles_cases=handles_cases(),
    )  # fmt: skip

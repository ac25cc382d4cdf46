"""How the installation fares, for its administrator: the virus scanner and the e-mail."""

from flask import current_app, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from foundation import clamd, outbox, scans
from foundation.pages import NavItem, register_navigation
from foundation.settings import Settings

register_navigation(NavItem("accounts.operations", _l("Drift"), Permission.PERSON_MANAGE, 950, seldom=True))


@pages.route("/forvaltning/drift")
@requires(Permission.PERSON_MANAGE)
def operations() -> ResponseReturnValue:
    """Say whether files are examined for viruses and whether e-mail is sent."""
    settings: Settings = current_app.extensions["tilsagn"]
    return render_template(
        "accounts/operations.html",
        scanner=settings.clamd is not None,
        scanner_answers=settings.clamd is not None and clamd.answers(settings.clamd),
        files=scans.counts(),
        sends_mail=settings.mail_url is not None,
        unsent=outbox.unsent_mails(),
    )

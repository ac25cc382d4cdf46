"""Pages where an administrator issues and revokes researchers' keys to the statistics (inv. 359)."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import queries, services
from accounts.forms.persons import KeyForm
from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation

register_navigation(NavItem("accounts.keys", _l("Forskernøkler"), Permission.PERSON_MANAGE, 940, seldom=True))


@pages.route("/forvaltning/nokler", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def keys() -> ResponseReturnValue:
    """List the keys, and issue one; it is shown once."""
    form = KeyForm()
    researchers = queries.persons_as(Role.RESEARCHER)
    form.person.choices = [
        ("", _("Velg forsker")),
        *((str(one.id), one.name) for one in researchers),
    ]
    if form.validate_on_submit() and form.expires_on.data:
        person = next(one for one in researchers if str(one.id) == form.person.data)
        try:
            key = services.issue_token(
                person,
                purpose=form.purpose.data or "",
                expires_on=form.expires_on.data,
                by=me(),
                at=clock.now(),
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.expires_on)
        else:
            return render_template("accounts/key.html", person=person, key=key)
    return render_template(
        "accounts/keys.html", form=form, keys=queries.tokens(), today=clock.today()
    )


@pages.route("/forvaltning/nokler/<int:token_id>/trekk-tilbake", methods=["POST"])
@requires(Permission.PERSON_MANAGE)
def revoke(token_id: int) -> ResponseReturnValue:
    """Close a key."""
    services.revoke_token(queries.token(token_id), by=me(), at=clock.now())
    flash(_("Nøkkelen er trukket tilbake."), "success")
    return redirect(url_for("accounts.keys"))

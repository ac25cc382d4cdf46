"""The addresses that e-mail does not reach: marked by hand, and taken into use again."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.forms.notices import DeadAddressForm
from accounts.identity import me
from accounts.notices import queries, services
from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation

register_navigation(
    NavItem("accounts.addresses", _l("E-post i retur"), Permission.PERSON_MANAGE, 930, seldom=True)
)


@pages.route("/adresser", methods=["GET", "POST"])
@requires(Permission.ADDRESS_MANAGE)
def addresses() -> ResponseReturnValue:
    """List the dead addresses, and mark one."""
    form = DeadAddressForm()
    if form.validate_on_submit():
        try:
            services.mark_dead(
                form.email.data or "", reason=form.reason.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.email)
        else:
            flash(_("Adressen er merket. De som bruker den i en sak, ser det der."), "success")
            return redirect(url_for("accounts.addresses"), 303)
    return render_template("accounts/addresses.html", form=form, addresses=queries.dead_addresses())


@pages.route("/adresser/<int:mark_id>/bruk", methods=["POST"])
@requires(Permission.ADDRESS_MANAGE)
def use_address(mark_id: int) -> ResponseReturnValue:
    """Take an address into use again."""
    mark = queries.dead_address(mark_id)
    services.clear_address(mark, by=me(), at=clock.now())
    flash(_("Vi sender varsler til %(email)s igjen.", email=mark.email), "success")
    return redirect(url_for("accounts.addresses"), 303)

"""What an ended session left, and its writer does not want."""

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts import typed
from accounts.identity import me
from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from foundation.addresses import own_address
from foundation.errors import NotFoundError


@pages.route("/ikke-lagret/kast", methods=["POST"])
@requires(Permission.PROFILE_READ)
def let_go() -> ResponseReturnValue:
    """Forget what was typed on a page, and show the page as it is saved."""
    path = own_address(request.form.get("path"))
    if path is None:
        raise NotFoundError
    typed.let_go(path, by=me())
    flash(_("Det som ikke var lagret, er kastet."))
    return redirect(own_address(request.form.get("back")) or path, 303)

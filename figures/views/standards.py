"""Which projects have picked a standard: for those who read cases."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, requires
from figures.standardusers import users_of
from figures.views.blueprint import pages
from grants.registers import queries


@pages.route("/registre/standarder/<code>/prosjekter")
@requires(Permission.CASE_READ)
def standard_users(code: str) -> ResponseReturnValue:
    """List the projects with a grant whose application picked a standard."""
    return render_template(
        "figures/standard_users.html", standard=queries.standard(code), users=users_of(code)
    )

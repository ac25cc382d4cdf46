"""What an organisation has at stake in its projects, for those who act for it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import own_organisation
from accounts.permissions import Permission, requires
from criteria.steps import public_step
from figures.stakes import stakes_of
from figures.views.blueprint import pages
from foundation import clock
from foundation.wording import format_number


@pages.route("/soknader/organisasjon/<int:organisation_id>/oversikt")
@requires(Permission.APPLICATION_READ)
def stakes(organisation_id: int) -> ResponseReturnValue:
    """Show costs, benefits and risks of an organisation's projects, as its own council would ask for them."""
    own = own_organisation(organisation_id)
    found = stakes_of(own, clock.today())
    return render_template(
        "figures/stakes.html",
        organisation=own,
        found=found,
        measure=format_number,
        rows=[(one, public_step(one.part.application.step)) for one in found.rows],
    )

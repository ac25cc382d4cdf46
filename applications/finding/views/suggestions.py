"""Whom one's kommune could work with, and why."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from accounts.queries import organisation
from applications.finding import queries
from applications.finding.forms import SuggestionFilter
from applications.finding.suggesting import suggested_to
from applications.finding.telling import told_group, told_partners
from applications.finding.views.room import arrived, measures, own_kommuner, pages
from criteria.matching import WEIGHTS, Reason
from foundation.errors import NotFoundError
from grants.queries import needs


@pages.route("/samarbeid/forslag")
@requires(Permission.APPLICATION_READ)
def suggestions() -> ResponseReturnValue:
    """See which kommuner plan the same, a group that fits, and what is not known."""
    kommuner, offered = own_kommuner(), measures()
    if not kommuner or not offered:
        raise NotFoundError
    planned = queries.plans_of(me())
    form = SuggestionFilter()
    form.offer(kommuner, offered, planned[0].measure_id if planned else offered[0].id)
    own = organisation(form.kommune.data)
    found = suggested_to(own, form.tiltak.data, arrived())
    return render_template(
        "finding/suggestions.html",
        form=form, kommune=own, found=found,
        partners=told_partners(found), group=told_group(found),
        needs=needs(), weights=[(one, WEIGHTS.of(one)) for one in Reason],
    )  # fmt: skip

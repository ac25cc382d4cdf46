"""One kommune in several projects: the page, and the way to take it out."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import is_allowed
from accounts.permissions import Permission, requires
from figures.forms import OverlapFilter
from figures.overlaps import overlapping
from figures.overlaps.words import told
from figures.queries.rows import scheme_years
from figures.views.blueprint import pages
from foundation import clock


@pages.route("/okonomi/kommuner")
@requires(Permission.LEDGER_READ)
def overlaps() -> ResponseReturnValue:
    """Show kommuner in more than one project: measure, time, share of each grant, and what to look into."""
    form = OverlapFilter()
    form.offer_years(scheme_years())
    found = overlapping(form.chosen, clock.today())
    form.offer(found.counties, found.measures)
    return render_template(
        "figures/overlaps.html", form=form, found=found, told=told,
        may_export=is_allowed(Permission.FIGURES_EXPORT),
    )  # fmt: skip

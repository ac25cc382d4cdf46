"""How well the marks of a round agree: a page to read, and files to take out."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from criteria.quality.measures import FEW, reliability_of, strength_of
from criteria.quality.reported import TOTAL
from figures import services
from figures.quality.files import as_csv, as_workbook
from figures.quality.measuring import quality_of
from figures.quality.tables import SHEETS
from figures.views.answers import handed_out
from figures.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError
from foundation.locale import language

_PAGE = "/innstillinger/utlysning/<int:call_id>/kvalitet"


@pages.route(_PAGE)
@requires(Permission.PROPOSAL_READ)
def quality(call_id: int) -> ResponseReturnValue:
    """Show agreement, spread and drift, for one criterion at a time."""
    found = quality_of(call_id, me())
    return render_template(
        "figures/quality/page.html",
        quality=found,
        shown=found.one(request.args.get("kriterium", "")),
        total=TOTAL,
        fewest=FEW,
        reliability_of=reliability_of,
        strength_of=strength_of,
        sheets=SHEETS.values(),
    )


@pages.route(f"{_PAGE}.xlsx")
@requires(Permission.PROPOSAL_READ)
def quality_workbook(call_id: int) -> ResponseReturnValue:
    """Take all tables out in one workbook; it is kept in the log."""
    extract = as_workbook(quality_of(call_id, me()), language())
    services.keep_extract(extract, by=me(), at=clock.now())
    return handed_out(extract, to_keep=True)


@pages.route(f"{_PAGE}-<table>.csv")
@requires(Permission.PROPOSAL_READ)
def quality_table(call_id: int, table: str) -> ResponseReturnValue:
    """Take one table out as CSV; it is kept in the log."""
    if table not in SHEETS:
        raise NotFoundError
    extract = as_csv(quality_of(call_id, me()), SHEETS[table], language())
    services.keep_extract(extract, by=me(), at=clock.now())
    return handed_out(extract, to_keep=True)

"""Where a researcher sees the terms, the own keys, and the tables."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from accounts.queries import tokens_of
from figures import services
from figures.asking import asked_for
from figures.catalogue import RESEARCH
from figures.keys import spent
from figures.queries.log import log_page
from figures.queries.rows import scheme_years
from figures.research.services import accept_terms
from figures.research.terms import accepted_by, shut_by, shut_for
from figures.sources import NAMES
from figures.views.answers import handed_out
from figures.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError


@pages.route("/forskning")
@requires(Permission.STATISTICS_READ)
def research() -> ResponseReturnValue:
    """See the terms and accept them, the keys and the tables, and what one has fetched."""
    today = clock.today()
    person = me()
    keys, accepted = tokens_of(person.id), accepted_by(person)
    return render_template(
        "figures/research.html",
        accepted=accepted,
        shut=shut_by(accepted, keys, today),
        tables=RESEARCH,
        years=scheme_years(),
        keys=[(key, spent(key, today)) for key in keys],
        log=log_page(person_id=person.id, after=request.args.get("after", type=int)),
        names=NAMES,
    )


@pages.route("/forskning/<table>.<any(csv, json, parquet, jsonstat):file_format>")
@requires(Permission.STATISTICS_READ)
def table_file(table: str, file_format: str) -> ResponseReturnValue:
    """Hand out a table to a researcher whose time is not over; the log keeps it as what keys fetch."""
    refusal = shut_for(me(), clock.today())
    if refusal is not None:
        raise RuleBrokenError(refusal)
    asked = request.args
    extract = asked_for(
        table, year=asked.get("year"), file_format=file_format, codes=asked.get("codes")
    )
    services.keep_extract(extract, by=me(), at=clock.now())
    return handed_out(extract, to_keep=True)


@pages.route("/forskning/vilkar", methods=["POST"])
@requires(Permission.STATISTICS_READ)
def terms() -> ResponseReturnValue:
    """Accept the terms."""
    accept_terms(by=me(), at=clock.now())
    flash(_("Du har godtatt vilkårene."), "success")
    return redirect(url_for("figures.research"), 303)

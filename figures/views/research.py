"""Where a researcher sees the terms, the own keys, and the tables."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from accounts.queries import tokens_of
from figures import services
from figures.asking import asked_for
from figures.catalogue import RESEARCH
from figures.keys import spent
from figures.queries.log import log_page
from figures.queries.rows import scheme_years
from figures.sources import NAMES
from figures.views.answers import handed_out
from figures.views.blueprint import pages
from foundation import clock


@pages.route("/forskning")
@requires(Permission.STATISTICS_READ)
def research() -> ResponseReturnValue:
    """See the terms, the keys and the tables, and what one has fetched."""
    today = clock.today()
    person = me()
    return render_template(
        "figures/research.html",
        tables=RESEARCH,
        years=scheme_years(),
        keys=[(key, spent(key, today)) for key in tokens_of(person.id)],
        log=log_page(person_id=person.id, after=request.args.get("after", type=int)),
        names=NAMES,
    )


@pages.route("/forskning/<table>.<any(csv, json, parquet, jsonstat):file_format>")
@requires(Permission.STATISTICS_READ)
def table_file(table: str, file_format: str) -> ResponseReturnValue:
    """Hand out a table to whoever is signed in; the log keeps it as it keeps what keys fetch."""
    asked = request.args
    extract = asked_for(
        table, year=asked.get("year"), file_format=file_format, codes=asked.get("codes")
    )
    services.keep_extract(extract, by=me(), at=clock.now())
    return handed_out(extract, to_keep=True)

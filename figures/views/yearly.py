"""The page of a budget year, and the cases behind each of its figures."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, requires
from figures.catalogue import yearfigures
from figures.views.blueprint import pages
from figures.yearly import Part, YearAmount, case_page, year_view
from figures.yearly.charts import year_chart
from foundation import clock
from foundation.errors import NotFoundError
from foundation.locale import language


@pages.route("/okonomi/aar/<int:year>")
@requires(Permission.LEDGER_READ)
def budget_year(year: int) -> ResponseReturnValue:
    """Show a year: granted, promised, paid, late and expected, per post, call, measure and fylke."""
    view = year_view(year)
    return render_template(
        "figures/yearly/year.html",
        view=view,
        chart=year_chart(view.past, language()),
        figures=yearfigures.YEAR_FIGURES,
        amounts=YearAmount,
        as_of=clock.now(),
    )


@pages.route("/okonomi/aar/<int:year>/saker")
@requires(Permission.LEDGER_READ)
def budget_year_cases(year: int) -> ResponseReturnValue:
    """Show the cases that a figure of the year is made of, with their sum."""
    amount = request.args.get("tall", "")
    part = request.args.get("del", "")
    if amount not in set(YearAmount) or (part and part not in set(Part)):
        raise NotFoundError
    key = request.args.get("verdi", "")
    within = Part(part) if part and key else None
    page = case_page(
        year, YearAmount(amount), within, key, after=request.args.get("after", type=int)
    )
    return render_template(
        "figures/yearly/cases.html", year=year, amount=YearAmount(amount), key=key,
        part=within, page=page,
    )  # fmt: skip

"""The page of key figures: each says its unit and its definition, and opens the rows behind it."""

from decimal import Decimal

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.models import HealthRegion
from accounts.permissions import Permission, requires
from criteria.sizes import SizeClass
from figures.catalogue import keyfigures
from figures.statistics.calls import CallRow, call_rows, total
from figures.statistics.reach import Grouping, Reach, places, reach_by, reached
from foundation import clock, words
from foundation.charts import BarChart, Drawing, Series, draw
from foundation.locale import language
from foundation.money import ORE_PER_KRONE
from foundation.navigation import NavItem, register_navigation
from grants import queries as grants

pages = Blueprint("statistics", __name__)
register_navigation(
    NavItem("statistics.key_figures", _l("Nøkkeltall"), Permission.FIGURES_READ, 70)
)
MILLION = 1_000_000
HUNDRED = 100

words.register(
    {
        Grouping.COUNTY: _l("Fylke"),
        Grouping.HEALTH_REGION: _l("Helseregion"),
        Grouping.SIZE: _l("Størrelse"),
        Grouping.CENTRALITY: _l("Sentralitet"),
    }
)


@pages.route("/statistikk")
@requires(Permission.FIGURES_READ)
def key_figures() -> ResponseReturnValue:
    """Show what the calls came to and which kommuner the grants reach."""
    grouping = _chosen(request.args.get("gruppe", ""))
    rows, found = call_rows(), places(clock.today())
    groups, everywhere = reach_by(grouping, found), reached(found)
    scheme = grants.scheme() if grants.has_scheme() else None
    return render_template(
        "figures/statistics.html",
        rows=rows,
        total=total(rows),
        definitions=keyfigures.KEY_FIGURES,
        groups=[(_name(grouping, one), one) for one in groups],
        grouping=grouping,
        groupings=tuple(Grouping),
        everywhere=everywhere,
        level=grants.level_of(scheme) if scheme else None,
        money_chart=_money_chart(rows) if rows else None,
        as_of=clock.now(),
    )


def _chosen(value: str) -> Grouping:
    return Grouping(value) if value in set(Grouping) else Grouping.COUNTY


def _name(grouping: Grouping, reach: Reach) -> str:
    """Say what a group is called."""
    match grouping:
        case Grouping.SIZE:
            return words.say(SizeClass(reach.group))
        case Grouping.HEALTH_REGION if reach.group:
            return words.say(HealthRegion(reach.group))
        case Grouping.CENTRALITY if reach.group:
            return str(_("Klasse %(number)s", number=reach.group))
        case _:
            return reach.group or str(_("Ukjent"))


def _money_chart(rows: list[CallRow]) -> Drawing:
    """Draw asked, granted and paid for each call, in millions of kroner."""
    series = tuple(
        Series(
            name=getattr(keyfigures, code.upper()).name.in_(language()),
            values=tuple(_millions(getattr(row.numbers, code)) for row in rows),
        )
        for code in ("asked", "granted", "paid")
    )
    return draw(
        BarChart(
            identity="calls-money",
            title=_("Søkt, innvilget og utbetalt i hver utlysning"),
            description=_("Tallene står i tabellen under figuren."),
            unit=_("mill. kr"),
            groups=tuple(str(number) for number, _row in enumerate(rows, start=1)),
            series=series,
        )
    )


def _millions(ore: int) -> Decimal:
    return (Decimal(ore) / ORE_PER_KRONE / MILLION).quantize(Decimal("0.1"))

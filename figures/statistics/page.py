"""The page of key figures: each says its unit and its definition, and opens the rows behind it."""

from decimal import Decimal

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.models import HealthRegion
from accounts.permissions import Permission, requires
from accounts.tilemap import county_lines, tile_map
from criteria.reaching import EXPECTED, MunicipalityType
from criteria.sizes import SizeClass
from figures.catalogue import keyfigures
from figures.statistics.behind import Figure, cases_behind
from figures.statistics.calls import CallRow, call_rows, total
from figures.statistics.goals import level_goals, population_goal
from figures.statistics.listed import Choice, as_csv
from figures.statistics.reach import Grouping, places, reach_by, reached
from figures.statistics.startyears import start_years
from figures.statistics.systems import named, system_years, users_of
from figures.statistics.waiting import waits_by_call
from foundation import clock, words
from foundation.charts import BarChart, Drawing, Series, draw
from foundation.errors import NotFoundError
from foundation.locale import language
from foundation.money import ORE_PER_KRONE
from foundation.navigation import NavItem, register_navigation
from grants import queries as grants

pages = Blueprint("statistics", __name__)
register_navigation(
    NavItem("statistics.key_figures", _l("Nøkkeltall"), Permission.FIGURES_READ, 70, seldom=True)
)
MILLION = 1_000_000
HUNDRED = 100

words.register(
    {
        MunicipalityType.ONE: _l("Type 1: planla en enkel anskaffelse"),
        MunicipalityType.TWO: _l("Type 2: planla en omfattende anskaffelse"),
        MunicipalityType.THREE_A: _l("Type 3a: planla ingenting, men er med"),
        MunicipalityType.THREE_B: _l("Type 3b: er ikke nådd"),
        MunicipalityType.UNKNOWN: _l("Er nådd, men har ikke sagt hva de planla"),
        Grouping.TYPE: _l("Kommunetype"),
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
    kommuner = [one.counted for one in found]
    scheme = grants.scheme() if grants.has_scheme() else None
    own = scheme.ambition_level if scheme else 0
    return render_template(
        "figures/statistics.html",
        rows=rows,
        total=total(rows),
        definitions=keyfigures.KEY_FIGURES,
        groups=[(_group_name(grouping, one.group), one) for one in groups],
        grouping=grouping,
        groupings=tuple(Grouping),
        everywhere=everywhere,
        goals=level_goals(scheme.levels, own, found) if scheme else (),
        population=population_goal(found),
        waits=waits_by_call(),
        start_years=start_years(),
        expected=EXPECTED if grouping is Grouping.TYPE else {},
        money_chart=_money_chart(rows) if rows else None,
        tiles=tile_map("reach-tiles", kommuner, language()),
        counties=county_lines(kommuner),
        as_of=clock.now(),
    )


@pages.route("/statistikk/saker")
@requires(Permission.FIGURES_READ)
def cases() -> ResponseReturnValue:
    """List the cases that a figure of a call is made of, or of all calls, with what they come to."""
    wanted = request.args.get("tall", "")
    if wanted not in set(Figure):
        raise NotFoundError
    number = request.args.get("utlysning", type=int)
    begins = request.args.get("start", type=int)
    return render_template(
        "figures/behind.html",
        figure=next(one for one in keyfigures.KEY_FIGURES if one.code == wanted),
        call=grants.published_call(number).title if number else None,
        begins=begins,
        page=cases_behind(
            Figure(wanted), number, begins=begins, after=request.args.get("after", type=int)
        ),
    )


@pages.route("/statistikk/kommuner")
@requires(Permission.FIGURES_READ)
def municipalities() -> ResponseReturnValue:
    """List the kommuner behind a figure: those of a group, or all, with the grants that reach them."""
    chosen = _choice()
    return render_template(
        "figures/municipalities.html",
        chosen=chosen,
        name=_group_name(chosen.grouping, chosen.group) if chosen.group is not None else None,
        rows=chosen.of(places(clock.today())),
    )


@pages.route("/statistikk/kommuner.csv")
@requires(Permission.FIGURES_READ)
def municipality_table() -> ResponseReturnValue:
    """Take the same kommuner out as a table."""
    answer = Response(
        as_csv(_choice().of(places(clock.today()))), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = "attachment; filename=kommuner.csv"
    return answer


@pages.route("/statistikk/systemer")
@requires(Permission.FIGURES_READ)
def systems() -> ResponseReturnValue:
    """Show which journal systems kommuner use, year by year; one of them with the kommuner that use it."""
    years = system_years(clock.today())
    used = years[-1].systems if years else ()
    wanted = request.args.get("system", "")
    found = named(used, wanted)
    if wanted and found is None:
        raise NotFoundError
    return render_template(
        "figures/systems.html",
        years=years,
        found=found,
        users=users_of(found, clock.today()) if found else (),
    )


def _choice() -> Choice:
    return Choice(
        grouping=_chosen(request.args.get("gruppe", "")),
        group=request.args.get("verdi"),
        reached_only=request.args.get("nadd") == "ja",
        outside_mid=request.args.get("utenom") == "ja",
    )


def _chosen(value: str) -> Grouping:
    return Grouping(value) if value in set(Grouping) else Grouping.COUNTY


def _group_name(grouping: Grouping, group: str) -> str:
    """Say what a group is called; what an address asks for and nothing is, as it stands."""
    try:
        return _known_name(grouping, group)
    except ValueError:
        return group


def _known_name(grouping: Grouping, group: str) -> str:
    match grouping:
        case Grouping.SIZE:
            return words.say(SizeClass(group))
        case Grouping.TYPE:
            return words.say(MunicipalityType(group))
        case Grouping.HEALTH_REGION if group:
            return words.say(HealthRegion(group))
        case Grouping.CENTRALITY if group:
            return str(_("Klasse %(number)s", number=group))
        case _:
            return group or str(_("Ukjent"))


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

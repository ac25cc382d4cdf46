"""Pages and files that everybody may read: awards, key figures, and the feed of what is new."""

from flask import Response, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.permissions import public
from accounts.tilemap import county_lines, tile_map
from criteria.burden import FEWEST
from figures.public import awards, evaluations, library, registers
from figures.public.blueprint import pages
from figures.public.burden import burdens
from figures.public.forms import AwardFilterForm
from figures.public.keeping import kept
from figures.public.news import newest
from figures.public.reached import public_figures
from figures.public.tables import as_csv, as_json
from foundation import clock
from foundation.locale import language
from foundation.settings import Settings

__all__ = ["evaluations", "library", "pages", "registers"]


@pages.route("/tilskudd")
@public
@kept
def all_awards() -> ResponseReturnValue:
    """Search the awards that are in force, with sums that add up."""
    form, today = _filter(), clock.today()
    sums = awards.sums_of(form.chosen, form.grouping, today)
    kommuner = awards.kommuner_in(form.chosen, today)
    return render_template(
        "public/awards.html",
        filters=form,
        page=awards.award_page(form.chosen, today, after=request.args.get("after", type=int)),
        sums=sums,
        total=awards.total_of(sums),
        grouping=form.grouping,
        tiles=tile_map("award-tiles", kommuner, language()),
        counties=county_lines(kommuner),
    )


@pages.route("/tilskudd.csv")
@public
@kept
def award_table() -> ResponseReturnValue:
    """Take the same choice out as a table."""
    body = as_csv(awards.all_awards(_filter().chosen, clock.today()))
    answer = Response(body, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = "attachment; filename=tilskudd.csv"
    return answer


@pages.route("/tilskudd.json")
@public
@kept
def award_data() -> ResponseReturnValue:
    """Take the same choice out for programs."""
    found = awards.all_awards(_filter().chosen, clock.today())
    return Response(as_json(found), content_type="application/json")


@pages.route("/tall")
@public
@kept
def figures() -> ResponseReturnValue:
    """Read what the calls that are decided came to, and which kommuner the grants reach."""
    return render_template("public/figures.html", **public_figures(clock.today()))


@pages.route("/tall/arbeid")
@public
@kept
def burden() -> ResponseReturnValue:
    """Read how much the calls asked, and what it took to apply."""
    return render_template("public/burden.html", rows=burdens(clock.today()), fewest=FEWEST)


@pages.route("/nytt.atom")
@public
@kept
def feed() -> ResponseReturnValue:
    """Follow new calls and new awards in a feed reader (Atom, RFC 4287)."""
    settings: Settings = current_app.extensions["tilsagn"]
    news = newest()
    xml = render_template(
        "public/feed.xml",
        base=settings.base_url,
        news=news,
        updated=max((one.at for one in news), default=clock.start_of_day(clock.today())),
        here=url_for("public.feed"),
    )
    return Response(xml, content_type="application/atom+xml; charset=utf-8")


def _filter() -> AwardFilterForm:
    form = AwardFilterForm()
    form.offer(*awards.choices(clock.today()))
    form.validate()
    return form

"""What pages show of the scheme: its levels side by side, its money year by year."""

from dataclasses import dataclass, fields

from flask_babel import gettext as _

from foundation.money import Ore
from grants.catalogue import SenderSheet
from grants.models import AmbitionLevel, BudgetPost, Call, Measure, Scheme, Sender


@dataclass(frozen=True, slots=True)
class LevelShown:
    """An ambition level beside the others: what it opens and costs."""

    level: AmbitionLevel
    chosen: bool
    per_year: Ore
    in_all: Ore


@dataclass(frozen=True, slots=True)
class YearShown:
    """What each post has for a year, in the order of the posts, and the sum."""

    year: int
    amounts: list[Ore]
    total: Ore


def show_levels(scheme: Scheme) -> list[LevelShown]:
    """Compare the ambition levels over the scheme's period (inv. 22)."""
    years = scheme.last_year - scheme.first_year + 1
    return [
        LevelShown(
            level=level,
            chosen=level.level == scheme.ambition_level,
            per_year=Ore(level.grants_per_year + level.network_per_year),
            in_all=Ore((level.grants_per_year + level.network_per_year) * years),
        )
        for level in scheme.levels
    ]


@dataclass(frozen=True, slots=True)
class MoneyShown:
    """The table of appropriations: its heading, a row for each year, the sums, and what it rests on."""

    columns: list[dict[str, object]]
    years: list[YearShown]
    totals: list[Ore]
    authorities: list[str]


def show_money(scheme: Scheme) -> MoneyShown:
    """Lay the appropriations out year by year; needs the posts' appropriations loaded."""
    totals = [Ore(sum(row.amount for row in post.appropriations)) for post in scheme.posts]
    found = (row.authority for post in scheme.posts for row in post.appropriations)
    return MoneyShown(
        columns=_money_columns(scheme),
        years=_show_years(scheme),
        totals=[*totals, Ore(sum(totals))],
        authorities=list(dict.fromkeys(found)),
    )


def show_sender(sender: Sender) -> dict[str, object]:
    """Give the sender's facts by name, as its form is filled with them."""
    return {one.name: getattr(sender, one.name) for one in fields(SenderSheet)}


def post_name(post: BudgetPost) -> str:
    """Name a budget post as people do."""
    return str(_("Kap. %(chapter)s post %(post)s", chapter=post.chapter, post=post.post))


def _money_columns(scheme: Scheme) -> list[dict[str, object]]:
    posts = [post_name(post) for post in scheme.posts]
    return [{"label": _("År")}, *({"label": text, "number": True} for text in [*posts, _("Sum")])]


def _show_years(scheme: Scheme) -> list[YearShown]:
    found = []
    for year in range(scheme.first_year, scheme.last_year + 1):
        amounts = [granted(post, year) for post in scheme.posts]
        found.append(YearShown(year, amounts, Ore(sum(amounts))))
    return found


def granted(post: BudgetPost, year: int) -> Ore:
    """Sum a post's appropriations for a year; needs them loaded."""
    return Ore(sum(row.amount for row in post.appropriations if row.year == year))


@dataclass(frozen=True, slots=True)
class LevelChange:
    """What choosing a level would change: measures in and out, money a year, calls it would stop."""

    level: AmbitionLevel
    chosen: bool
    opens: list[Measure]
    closes: list[Measure]
    per_year: Ore
    stopped: list[Call]


def show_changes(scheme: Scheme, calls: list[Call]) -> list[LevelChange]:
    """Say what each level would change. Only drafts can be stopped: what is published stands."""
    now = next(one for one in scheme.levels if one.level == scheme.ambition_level)
    drafts = [call for call in calls if call.published_at is None]
    return [_change(scheme, now, level, drafts) for level in scheme.levels]


def _change(
    scheme: Scheme, now: AmbitionLevel, level: AmbitionLevel, drafts: list[Call]
) -> LevelChange:
    measures = scheme.measures
    return LevelChange(
        level=level,
        chosen=level is now,
        opens=[one for one in measures if level.opens(one.code) and not now.opens(one.code)],
        closes=[one for one in measures if now.opens(one.code) and not level.opens(one.code)],
        per_year=Ore(level.grants_per_year + level.network_per_year),
        stopped=[call for call in drafts if not level.opens(call.measure.code)],
    )

"""What has changed in a partner's part since it was confirmed, as one sentence for each change."""

from collections.abc import Iterable, Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from applications.models import PartnerRole
from applications.words.costkeys import told_percent
from criteria.budget import Source
from criteria.confirmation import Change, Covered
from criteria.costkey import CostKey
from foundation import words
from foundation.money import Ore, format_kroner
from foundation.showing import show_text
from foundation.wording import format_day, format_number
from grants.models import Activity

words.register({
    Covered.TITLE: _l("Tittelen: fra «%(before)s» til «%(after)s»"),
    Covered.PERIOD: _l("Perioden: fra %(before)s til %(after)s"),
    Covered.ROLE: _l("Rollen: fra %(before)s til %(after)s"),
    Covered.EFFORT: _l("Egeninnsatsen: fra %(before)s til %(after)s"),
    Covered.COST_KEY: _l("Fordelingsnøkkelen: fra %(before)s til %(after)s"),
    Covered.COST_PERCENT: _l("Andelen i fordelingsnøkkelen: fra %(before)s til %(after)s"),
    Covered.AMOUNT: _l("%(place)s: fra %(before)s til %(after)s"),
})


def told_changes(changed: Iterable[Change], activities: Iterable[Activity]) -> list[str]:
    """Say what changed, one sentence for each."""
    by_code = {one.code: one for one in activities}
    return [told_change(one, by_code) for one in changed]


def told_change(change: Change, activities: Mapping[str, Activity]) -> str:
    """Say what changed, from what to what. An activity is named by its text where it is known."""
    return words.say(
        change.what,
        before=_value(change.what, change.before),
        after=_value(change.what, change.after),
        place=_place(change, activities),
    )


def _value(what: Covered, value: str | int | tuple[date, date] | None) -> str:
    match value:
        case None:
            return str(_("ingenting") if what is Covered.AMOUNT else _("ikke satt"))
        case (first, last):
            return f"{format_day(first)} – {format_day(last)}"
        case int():
            if what is Covered.AMOUNT:
                return format_kroner(Ore(value))
            if what is Covered.COST_PERCENT:
                return told_percent(value)
            return str(_("%(hours)s timer", hours=format_number(value)))
        case _:
            return _named(what, value)


def _named(what: Covered, value: str) -> str:
    match what:
        case Covered.ROLE:
            return words.say(PartnerRole(value)).lower()
        case Covered.COST_KEY:
            return words.say(CostKey(value)).lower()
        case _:
            return value


def _place(change: Change, activities: Mapping[str, Activity]) -> str:
    if change.place is None:
        return ""
    year, code, source = change.place
    activity = activities.get(code)
    named = show_text(activity.text) if activity else code
    return f"{words.say(Source(source))} {year}, {named}"

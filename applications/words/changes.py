"""What has changed in a partner's part since it was confirmed, as one sentence for each change."""

from collections.abc import Iterable, Mapping
from datetime import date

from flask_babel import gettext as _

from applications.models import PartnerRole
from criteria.budget import Source
from criteria.confirmation import Change, Covered
from foundation import words
from foundation.money import Ore, format_kroner
from foundation.showing import show_text
from foundation.wording import format_day, format_number
from grants.models import Activity


def told_changes(changed: Iterable[Change], activities: Iterable[Activity]) -> list[str]:
    """Say what changed, one sentence for each."""
    by_code = {one.code: one for one in activities}
    return [told_change(one, by_code) for one in changed]


def told_change(change: Change, activities: Mapping[str, Activity]) -> str:
    """Say what changed, from what to what. An activity is named by its text where it is known."""
    before, after = _value(change.what, change.before), _value(change.what, change.after)
    match change.what:
        case Covered.TITLE:
            return str(_("Tittelen: fra «%(before)s» til «%(after)s»", before=before, after=after))
        case Covered.PERIOD:
            return str(_("Perioden: fra %(before)s til %(after)s", before=before, after=after))
        case Covered.ROLE:
            return str(_("Rollen: fra %(before)s til %(after)s", before=before, after=after))
        case Covered.EFFORT:
            return str(_("Egeninnsatsen: fra %(before)s til %(after)s", before=before, after=after))
        case Covered.AMOUNT:
            place = _place(change, activities)
            return str(
                _(
                    "%(place)s: fra %(before)s til %(after)s",
                    place=place, before=before, after=after,
                )
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
            return str(_("%(hours)s timer", hours=format_number(value)))
        case _:
            return words.say(PartnerRole(value)).lower() if what is Covered.ROLE else value


def _place(change: Change, activities: Mapping[str, Activity]) -> str:
    year, code, source = change.place or (0, "", "")
    activity = activities.get(code)
    named = show_text(activity.text) if activity else code
    return f"{words.say(Source(source))} {year}, {named}"

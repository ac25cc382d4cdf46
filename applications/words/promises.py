"""What looks promised twice, as a question to the organisation itself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from flask_babel import gettext as _

from criteria.promises import Doubt, Overlap
from foundation.money import Ore, format_kroner
from foundation.wording import format_number


def told_doubts(doubts: Iterable[Doubt], titles: Mapping[int, str]) -> list[str]:
    """Ask about each doubt in words, once for all its years; applications are named by their titles."""
    years: dict[Doubt, list[int]] = {}
    for doubt in doubts:
        years.setdefault(replace(doubt, year=0), []).append(doubt.year)
    return [_told(doubt, _joined(years[doubt]), titles) for doubt in years]


def _joined(years: list[int]) -> str:
    """Write years as people do: `2026`, `2026 og 2027`, `2026, 2027 og 2028`."""
    *first, last = map(str, years)
    return str(_("%(years)s og %(last)s", years=", ".join(first), last=last)) if first else last


def _told(doubt: Doubt, years: str, titles: Mapping[int, str]) -> str:
    names = [f"«{titles[number]}»" for number in doubt.applications]
    match doubt.overlap:
        case Overlap.SAME_EFFORT:
            return str(
                _(
                    "I %(years)s lover dere timer både i %(first)s og i %(second)s, som gjelder samme "
                    "tiltak. Er det de samme timene?",
                    years=years, first=names[0], second=names[1],
                )
            )
        case Overlap.SAME_MONEY:
            return str(
                _(
                    "I %(years)s lover dere %(amount)s både i %(first)s og i %(second)s. "
                    "Er det de samme pengene?",
                    years=years, amount=format_kroner(Ore(doubt.found or 0)),
                    first=names[0], second=names[1],
                )
            )
        case Overlap.OVER_CAPACITY:
            return str(
                _(
                    "I %(years)s lover dere %(found)s timer til sammen. I faktaarket står det at dere "
                    "har %(limit)s timer i året. Det gjelder %(names)s.",
                    years=years, found=format_number(doubt.found or 0),
                    limit=format_number(doubt.limit or 0), names=", ".join(names),
                )
            )

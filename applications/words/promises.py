"""What looks promised twice, as a question to the organisation itself."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _

from criteria.promises import Doubt, Overlap
from foundation.money import Ore, format_kroner
from foundation.wording import format_number


def told_doubts(doubts: Iterable[Doubt], titles: Mapping[int, str]) -> list[str]:
    """Ask about each doubt in words; applications are named by their titles."""
    return [_told(doubt, titles) for doubt in doubts]


def _told(doubt: Doubt, titles: Mapping[int, str]) -> str:
    names = [f"«{titles[number]}»" for number in doubt.applications]
    match doubt.overlap:
        case Overlap.SAME_EFFORT:
            return str(
                _(
                    "I %(year)s lover dere timer både i %(first)s og i %(second)s, som gjelder samme "
                    "tiltak. Er det de samme timene?",
                    year=doubt.year, first=names[0], second=names[1],
                )
            )
        case Overlap.SAME_MONEY:
            return str(
                _(
                    "I %(year)s lover dere %(amount)s både i %(first)s og i %(second)s. "
                    "Er det de samme pengene?",
                    year=doubt.year, amount=format_kroner(Ore(doubt.found or 0)),
                    first=names[0], second=names[1],
                )
            )
        case Overlap.OVER_CAPACITY:
            return str(
                _(
                    "I %(year)s lover dere %(found)s timer til sammen. I faktaarket står det at dere "
                    "har %(limit)s timer i året. Det gjelder %(names)s.",
                    year=doubt.year, found=format_number(doubt.found or 0),
                    limit=format_number(doubt.limit or 0), names=", ".join(names),
                )
            )

"""How many letters were written in each form of Norwegian, by year and by kind (språklova §§ 13 and 15)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import extract, func, select

from decisions.models import Letter, LetterKind
from foundation.database import db
from foundation.language import NYNORSK

Counted = tuple[str, bool | None, int]
LEAST_PERCENT = 25
"""What a state body owes each form over time."""


@dataclass(frozen=True, slots=True)
class Share:
    """Letters of a year or a kind: all, and those whose form was the sender's to choose."""

    all_nb: int = 0
    all_nn: int = 0
    chosen_nb: int = 0
    chosen_nn: int = 0

    @property
    def total(self) -> int:
        """All letters."""
        return self.all_nb + self.all_nn

    @property
    def chosen(self) -> int:
        """The letters whose form was the sender's to choose."""
        return self.chosen_nb + self.chosen_nn

    @property
    def percent_nn(self) -> int | None:
        """Nynorsk of all, in whole percent; None without letters."""
        return round(100 * self.all_nn / self.total) if self.total else None

    @property
    def chosen_percent_nn(self) -> int | None:
        """Nynorsk of what the sender chose, in whole percent; None without any."""
        return round(100 * self.chosen_nn / self.chosen) if self.chosen else None

    @property
    def is_lopsided(self) -> bool:
        """Tell whether either form got less than it is owed of what the sender chose."""
        return min(self.chosen_nb, self.chosen_nn) * 100 < LEAST_PERCENT * self.chosen


@dataclass(frozen=True, slots=True)
class LanguageShares:
    """The shares by year and by kind, and all together."""

    years: dict[int, Share]
    kinds: dict[LetterKind, Share]
    total: Share


def language_shares() -> LanguageShares:
    """Count every letter that is made and not superseded. One query."""
    year = extract("year", Letter.dated)
    rows = db.session.execute(
        select(
            year.label("year"),
            Letter.kind,
            Letter.language,
            Letter.by_choice,
            func.count(Letter.id),
        )
        .where(Letter.made_at.is_not(None), Letter.superseded_at.is_(None))
        .group_by(year, Letter.kind, Letter.language, Letter.by_choice)
    ).all()
    years: defaultdict[int, list[Counted]] = defaultdict(list)
    kinds: defaultdict[LetterKind, list[Counted]] = defaultdict(list)
    for when, kind, language, by_choice, number in rows:
        years[int(when)].append((language, by_choice, number))
        kinds[kind].append((language, by_choice, number))
    return LanguageShares(
        {when: _share(years[when]) for when in sorted(years, reverse=True)},
        {kind: _share(kinds[kind]) for kind in LetterKind if kind in kinds},
        _share(one for some in years.values() for one in some),
    )


def _share(rows: Iterable[Counted]) -> Share:
    counts = {"all_nb": 0, "all_nn": 0, "chosen_nb": 0, "chosen_nn": 0}
    for language, by_choice, number in rows:
        form = "nn" if language == NYNORSK else "nb"
        counts[f"all_{form}"] += number
        if by_choice:
            counts[f"chosen_{form}"] += number
    return Share(**counts)

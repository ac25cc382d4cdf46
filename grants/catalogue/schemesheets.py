"""What a scheme's sheet says, as frozen values. Amounts are øre."""

from dataclasses import dataclass, fields
from datetime import date

from foundation.columns import JsonValue
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import MeasureKind


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """An effect goal and the points it implies (effektmål EM1–EM3; inv. 348–350)."""

    code: str
    text: Bilingual
    points: tuple[Bilingual, ...]
    source: str


@dataclass(frozen=True, slots=True)
class BudgetPostSheet:
    """A line of the state budget."""

    chapter: int
    post: int
    name: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class AppropriationSheet:
    """What a post is reckoned with for a year, and by which authority."""

    chapter: int
    post: int
    year: int
    amount: Ore
    authority: str


@dataclass(frozen=True, slots=True)
class LevelSheet:
    """An ambition level: what it opens, costs a year and should reach (inv. 47–54)."""

    level: int
    name: Bilingual
    grants_per_year: Ore
    network_per_year: Ore
    coverage_percent: int
    measures: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class MeasureSheet:
    """One of the measures T1–T5 (inv. 39–46)."""

    code: str
    key: str
    kind: MeasureKind
    name: Bilingual
    description: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class NeedSheet:
    """A need that an application may address (behov B1–B13; inv. 332–335)."""

    code: str
    actor: str
    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class BenefitSheet:
    """A benefit of the catalogue (gevinst G1–G5; inv. 216)."""

    code: str
    name: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class StatuteSheet:
    """A public administration act and its paragraphs by subject.

    `valid_from` is None for an act that is passed but not in force.
    """

    key: str
    name: Bilingual
    identifier: str
    valid_from: date | None
    sections: dict[str, str]


@dataclass(frozen=True, slots=True)
class RegulationSheet:
    """The first version of the rules, with the acts that letters cite."""

    title: Bilingual
    valid_from: date
    statutes: tuple[StatuteSheet, ...]

    def statute_on(self, day: date) -> StatuteSheet:
        """Give the act in force on a day: the latest that has begun. Raises LookupError for none."""
        begun = [one for one in self.statutes if one.valid_from and one.valid_from <= day]
        if not begun:
            raise LookupError(f"no act is in force on {day}")
        return max(begun, key=lambda one: one.valid_from or date.min)

    @property
    def references(self) -> JsonValue:
        """The acts as JSON, as a row of the regulation keeps them."""
        return JsonValue(
            statutes=[
                {
                    "key": one.key,
                    "name": {"nb": one.name.nb, "nn": one.name.nn},
                    "identifier": one.identifier,
                    "valid_from": one.valid_from.isoformat() if one.valid_from else None,
                    "sections": dict(one.sections),
                }
                for one in self.statutes
            ]
        )


@dataclass(frozen=True, slots=True)
class SenderSheet:
    """The state body that sends the letters. The address has a line for each line of it."""

    name: str
    organisation_number: str
    address: str
    email: str
    phone: str
    website: str
    complaint_body: Bilingual
    standard_terms: Bilingual

    @property
    def facts(self) -> dict[str, object]:
        """Each fact by the name that its row has for it too."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class SchemeSheet:
    """A whole scheme."""

    code: str
    name: Bilingual
    purpose: Bilingual
    purpose_source: str
    societal_goal: Bilingual
    societal_goal_source: str
    first_year: int
    last_year: int
    recommended_level: int
    contact: Bilingual
    sender: SenderSheet
    goals: tuple[GoalSheet, ...]
    budget_posts: tuple[BudgetPostSheet, ...]
    appropriations: tuple[AppropriationSheet, ...]
    levels: tuple[LevelSheet, ...]
    measures: tuple[MeasureSheet, ...]
    needs: tuple[NeedSheet, ...]
    benefits: tuple[BenefitSheet, ...]
    regulation: RegulationSheet

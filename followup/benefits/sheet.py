"""The catalogue that lies with the code, and what a new version of a benefit says: frozen values."""

from dataclasses import dataclass
from pathlib import Path

from criteria.benefits import Judgement
from criteria.benefitwords import Actor, Frequency, IndicatorKind, Level
from foundation.language import Bilingual
from grants.catalogue.reader import Node, read

CATALOGUE = Path(__file__).parent / "reference" / "benefits.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSheet:
    """An indicator. An empty code is given one when it is kept."""

    code: str
    kind: IndicatorKind
    name: Bilingual
    unit: Bilingual
    target: Bilingual
    frequency: Frequency
    measured_by: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitSheet:
    """A benefit's whole plan."""

    code: str
    rank: int
    judgement: Judgement
    actors: tuple[Actor, ...]
    measures: tuple[str, ...]
    needs: tuple[str, ...]
    effects: tuple[str, ...]
    goals: tuple[str, ...]
    followed_up: bool
    source: str
    name: Bilingual
    cause: Bilingual
    owner: Bilingual
    use: Bilingual
    changes: tuple[Bilingual, ...]
    risks: tuple[Bilingual, ...]
    mitigations: tuple[Bilingual, ...]
    indicators: tuple[IndicatorSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSheet:
    """An effect (E1–E12) and the needs that it meets."""

    code: str
    actor: str
    needs: tuple[str, ...]
    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class CatalogueSheet:
    """All benefits and effects."""

    effects: tuple[EffectSheet, ...]
    benefits: tuple[BenefitSheet, ...]


def load_catalogue(path: Path = CATALOGUE) -> CatalogueSheet:
    """Read the catalogue. Raises SheetError with file and place when it is not whole."""
    sheet = read(path)
    sheet.only("effects", "benefits")
    found = CatalogueSheet(
        tuple(_effect(node) for node in sheet.each("effects")),
        tuple(_benefit(node) for node in sheet.each("benefits")),
    )
    sheet.refuse_doubles("effect", (one.code for one in found.effects))
    sheet.refuse_doubles("benefit", (one.code for one in found.benefits))
    effects = {one.code for one in found.effects}
    for one in found.benefits:
        sheet.refuse_doubles("indicator", (each.code for each in one.indicators))
        if unknown := set(one.effects) - effects:
            raise sheet.wrong(f"benefit {one.code} has unknown effect {min(unknown)}")
    return found


def _effect(node: Node) -> EffectSheet:
    node.only("code", "actor", "needs", "source", "text")
    return EffectSheet(
        code=node.text("code"),
        actor=node.text("actor"),
        needs=node.texts("needs"),
        text=node.both("text"),
        source=node.text("source"),
    )


def _benefit(node: Node) -> BenefitSheet:
    node.only(
        "code", "rank", "potential", "strategy", "measurability", "causality", "risk", "actors",
        "measures", "needs", "effects", "goals", "followed_up", "source", "name", "cause", "owner",
        "use", "changes", "risks", "mitigations", "indicators",
    )  # fmt: skip
    return BenefitSheet(
        code=node.text("code"),
        rank=node.number("rank"),
        judgement=Judgement(
            potential=node.word(Level, "potential"),
            strategy=node.word(Level, "strategy"),
            measurability=node.word(Level, "measurability"),
            causality=node.word(Level, "causality"),
            risk=node.word(Level, "risk"),
        ),
        actors=tuple(Actor(one) for one in node.texts("actors")),
        measures=node.texts("measures"),
        needs=node.texts("needs"),
        effects=node.texts("effects"),
        goals=node.texts("goals"),
        followed_up=node.flag("followed_up"),
        source=node.text("source"),
        name=node.both("name"),
        cause=node.both("cause"),
        owner=node.both("owner"),
        use=node.both("use"),
        changes=tuple(one.as_both() for one in node.each("changes")),
        risks=tuple(one.as_both() for one in node.each("risks")),
        mitigations=tuple(one.as_both() for one in node.each("mitigations")),
        indicators=tuple(_indicator(one) for one in node.each("indicators")),
    )


def _indicator(node: Node) -> IndicatorSheet:
    node.only("code", "kind", "frequency", "name", "unit", "target", "measured_by")
    return IndicatorSheet(
        code=node.text("code"),
        kind=node.word(IndicatorKind, "kind"),
        frequency=node.word(Frequency, "frequency"),
        name=node.both("name"),
        unit=node.both("unit"),
        target=node.both("target"),
        measured_by=node.both("measured_by"),
    )

"""The benefit map (gevinstkart): from measure over change and benefit to goal, as a picture and as a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from criteria.benefitwords import IndicatorKind
from followup.benefits.models import CataloguedBenefit, ProjectBenefit
from foundation.charts import Box, Drawing, Layer, LayerChart, draw
from foundation.language import Bilingual
from grants.models import Goal, Measure

TITLE = Bilingual(
    "Gevinstkart: fra tiltak over endring og gevinst til effektmål",
    "Gevinstkart: frå tiltak over endring og gevinst til effektmål",
)
COLUMNS = (
    Bilingual("Tiltak", "Tiltak"),
    Bilingual("Endring", "Endring"),
    Bilingual("Gevinst", "Gevinst"),
    Bilingual("Effektmål", "Effektmål"),
)
_LEADS = (
    Bilingual("{benefit}: {measures} gir {changes}.", "{benefit}: {measures} gir {changes}."),
    Bilingual(" Det bidrar til {goals}.", " Det bidreg til {goals}."),
)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a code and a name."""

    code: str
    name: Bilingual

    def said(self, language: str) -> str:
        """Give both."""
        return f"{self.code} {self.name.in_(language)}"


@dataclass(frozen=True, slots=True)
class Chain:
    """A benefit with what leads to it and what it leads to."""

    benefit: Named
    measures: tuple[Named, ...]
    changes: tuple[Bilingual, ...]
    goals: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of all chains: the scheme's measures and goals by code."""

    measures: dict[str, Named]
    goals: dict[str, Named]

    @classmethod
    def of(cls, measures: Iterable[Measure], goals: Iterable[Goal]) -> "Ends":
        """Name them."""
        return cls(
            {one.code: Named(one.code, one.name) for one in measures},
            {one.code: Named(one.code, one.text) for one in goals},
        )


def of_catalogue(benefits: Iterable[CataloguedBenefit], ends: Ends) -> tuple[Chain, ...]:
    """Give the chains of the catalogue's benefits."""
    return tuple(
        Chain(
            Named(one.code, one.name),
            _found(one.measures, ends.measures),
            tuple(one.changes),
            _found(one.goals, ends.goals),
        )
        for one in benefits
    )


def of_project(
    benefits: Iterable[ProjectBenefit], measure: Measure, ends: Ends
) -> tuple[Chain, ...]:
    """Give the chains of a project's benefits, all from the one measure that its call is for.

    A benefit of the project's own has its indicators of change for changes, and no goal of the scheme.
    """
    own = Named(measure.code, measure.name)
    return tuple(
        Chain(
            Named(one.code, one.name),
            (own,),
            tuple(one.catalogued.changes) if one.catalogued else _own_changes(one),
            _found(one.catalogued.goals, ends.goals) if one.catalogued else (),
        )
        for one in benefits
    )


def benefit_map(chains: Sequence[Chain], language: str) -> Drawing | None:
    """Draw the chains; None where there are none."""
    if not chains:
        return None
    measures = _boxes("m", (one for chain in chains for one in chain.measures), language)
    goals = _boxes("g", (one for chain in chains for one in chain.goals), language)
    changes = tuple(
        Box(f"c-{chain.benefit.code}-{place}", text.in_(language))
        for chain in chains
        for place, text in enumerate(chain.changes)
    )
    benefits = tuple(
        Box(f"b-{chain.benefit.code}", _shortened(chain.benefit.said(language))) for chain in chains
    )
    return draw(
        LayerChart(
            identity="benefit-map",
            title=TITLE.in_(language),
            description=" ".join(told(chain, language) for chain in chains),
            layers=tuple(
                Layer(name.in_(language), boxes)
                for name, boxes in zip(COLUMNS, (measures, changes, benefits, goals), strict=True)
            ),
            links=tuple(link for chain in chains for link in _links(chain)),
        )
    )


def told(chain: Chain, language: str) -> str:
    """Tell a chain in words."""
    first, last = (one.in_(language) for one in _LEADS)
    sentence = first.format(
        benefit=chain.benefit.said(language),
        measures=", ".join(one.said(language) for one in chain.measures) or "–",
        changes="; ".join(one.in_(language) for one in chain.changes) or "–",
    )
    goals = ", ".join(one.said(language) for one in chain.goals)
    return sentence + (last.format(goals=goals) if goals else "")


def _links(chain: Chain) -> list[tuple[str, str]]:
    benefit = f"b-{chain.benefit.code}"
    changes = [f"c-{chain.benefit.code}-{place}" for place in range(len(chain.changes))]
    into = [(f"m-{one.code}", end) for one in chain.measures for end in changes or [benefit]]
    return [
        *into,
        *((one, benefit) for one in changes),
        *((benefit, f"g-{one.code}") for one in chain.goals),
    ]


def _boxes(kind: str, named: Iterable[Named], language: str) -> tuple[Box, ...]:
    once = {one.code: one for one in named}
    return tuple(
        Box(f"{kind}-{code}", _shortened(once[code].said(language))) for code in sorted(once)
    )


def _own_changes(benefit: ProjectBenefit) -> tuple[Bilingual, ...]:
    return tuple(one.name for one in benefit.indicators if one.kind is IndicatorKind.CHANGE)


def _found(codes: str, named: dict[str, Named]) -> tuple[Named, ...]:
    return tuple(named[code] for code in codes.split() if code in named)


def _shortened(text: str) -> str:
    """Cut a long name at a word: the list beside the picture has it whole."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(',')} …"

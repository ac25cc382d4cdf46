"""A project's register as its readers see it: each indicator with the kommuner that the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from accounts.models import Person, Role
from applications.facts import lead_of
from applications.models import Application
from criteria.benefits import Judgement, expected_loss, is_behind, realised
from criteria.benefitwords import ValueKind
from followup.benefits import queries
from followup.benefits.models import (
    BenefitHandover,
    BenefitQuestion,
    BenefitRisk,
    Measurement,
    Ownership,
    ProjectBenefit,
    ProjectIndicator,
)
from followup.benefits.seeing import Kommune, Seeing
from foundation import clock


@dataclass(frozen=True, slots=True)
class Figures:
    """What holds of an indicator in a kommune, the first measurement first, and what is asked about it."""

    kommune: Kommune
    baseline: Measurement | None
    target: Measurement | None
    measured: Sequence[Measurement]
    questions: Sequence[BenefitQuestion]

    @property
    def latest(self) -> Measurement | None:
        """The newest measurement."""
        return self.measured[-1] if self.measured else None

    @property
    def realised(self) -> Decimal | None:
        """How much of the way to the target is gone by the newest measurement."""
        return self.realised_by(self.latest)

    def realised_by(self, one: Measurement | None) -> Decimal | None:
        """How much of the way to the target is gone by a measurement."""
        ends = (self.baseline, self.target, one)
        begun, wanted, came = (each.value if each else None for each in ends)
        if begun is None or wanted is None or came is None:
            return None
        return realised(begun, wanted, came)

    @property
    def is_behind(self) -> bool:
        """Tell whether the newest measurement is behind."""
        point = self.latest.point if self.latest else None
        if point is None:
            return False
        return is_behind(
            self.baseline.point if self.baseline else None,
            self.target.point if self.target else None,
            point,
        )

    @property
    def unanswered(self) -> bool:
        """Tell whether the office waits for an answer."""
        return any(one.answered_at is None for one in self.questions)


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator with its figures, kommune by kommune."""

    indicator: ProjectIndicator
    rows: Sequence[Figures]

    @property
    def has_figures(self) -> bool:
        """Tell whether any of the kommuner has recorded something, or is asked about it."""
        return any(one.baseline is not None or one.questions for one in self.rows)


@dataclass(frozen=True, slots=True)
class BenefitView:
    """A benefit with all that the reader may see of it. `place` is its priority by the formula."""

    benefit: ProjectBenefit
    place: int
    judgement: Judgement
    indicators: Sequence[IndicatorView]
    owners: Sequence[tuple[Kommune, Ownership | None]]

    @property
    def risks(self) -> list[BenefitRisk]:
        """The risks that are not closed."""
        return [one for one in self.benefit.risks if one.closed_at is None]

    @property
    def loss(self) -> Decimal:
        """What the open risks are expected to take, in per cent."""
        return expected_loss(one.threat for one in self.risks)


@dataclass(frozen=True, slots=True)
class Register:
    """A project's register. `outside`: the reader is not in the project, but has taken benefits over."""

    application: Application
    benefits: Sequence[BenefitView]
    kommuner: Sequence[Kommune]
    is_leads: bool
    outside: bool = False
    handovers: Sequence[BenefitHandover] = ()
    rows: list[ProjectBenefit] = field(default_factory=list)

    def figures(self, indicator_id: int, organisation_id: int) -> Figures | None:
        """Give the figures of an indicator in a kommune, if the reader may see them."""
        return next(
            (
                row
                for benefit in self.benefits
                for one in benefit.indicators
                for row in one.rows
                if one.indicator.id == indicator_id
                and row.kommune.organisation_id == organisation_id
            ),
            None,
        )


def register_of(application: Application, reader: Person | None) -> Register:
    """Put a project's register together for somebody who takes part; None: for the office. 13 queries.

    Those who take part see their own kommune's figures, the lead sees all of them. Whoever has taken a
    benefit over sees the figures of that benefit, from before too.
    """
    own = reader.organisations_as(Role.EDITOR, Role.SIGNATORY) if reader else None
    is_leads = lead_of(application).organisation_id in (own or ())
    members, left = queries.members_of(application.id), queries.left_by(application.id)
    names = {one.organisation_id: one.organisation.name for one in application.partners}
    found = queries.benefits_of(application.id)
    seeing = Seeing(
        [
            Kommune(one, names[one], own=one in (own or ()) and one not in left, left=one in left)
            for one in members
        ],
        own,
        is_leads,
        queries.responsibility(application.id),
        clock.today(),
    )
    outside = own is not None and own.isdisjoint(names)
    seen = seeing.seen(one.code for one in found)
    values = queries.values_in(application.id, seen)
    questions = queries.questions_in(application.id)
    ordered = sorted(found, key=lambda one: (one.judgement.order, one.code))
    views = [
        _benefit(one, place, seeing.of(one.code), values, questions)
        for place, one in enumerate(ordered, start=1)
    ]
    if outside:
        views = [one for one in views if one.owners]
    return Register(
        application,
        views,
        [one for one in seeing.kommuner if one.organisation_id in seen],
        is_leads,
        outside,
        _handovers(application.id, own),
        [one.benefit for one in views] if outside else found,
    )


def _handovers(application_id: int, own: frozenset[int] | None) -> list[BenefitHandover]:
    """List the handovers that the reader may see: all, or those to and from its own organisations."""
    return [
        one
        for one in queries.handovers_in(application_id)
        if own is None
        or not own.isdisjoint({one.organisation_id, one.giver_id, one.receiver_id})
    ]


def _benefit(
    benefit: ProjectBenefit,
    place: int,
    seen: Sequence[Kommune],
    values: Sequence[Measurement],
    questions: Sequence[BenefitQuestion],
) -> BenefitView:
    newest = {one.organisation_id: one for one in benefit.ownerships}
    return BenefitView(
        benefit,
        place,
        benefit.judgement,
        [
            IndicatorView(one, [figures_of(one, kommune, values, questions) for kommune in seen])
            for one in benefit.indicators
        ],
        [(kommune, newest.get(kommune.organisation_id)) for kommune in seen],
    )


def figures_of(
    indicator: ProjectIndicator,
    kommune: Kommune,
    values: Sequence[Measurement],
    questions: Sequence[BenefitQuestion],
) -> Figures:
    """Put together what holds of an indicator in a kommune, out of values and questions of many."""
    own = [
        one
        for one in values
        if one.project_indicator_id == indicator.id
        and one.organisation_id == kommune.organisation_id
    ]
    held = {one.kind: one for one in own if one.kind is not ValueKind.MEASURED}
    return Figures(
        kommune,
        held.get(ValueKind.BASELINE),
        held.get(ValueKind.TARGET),
        [one for one in own if one.kind is ValueKind.MEASURED],
        [
            one
            for one in questions
            if one.project_indicator_id == indicator.id
            and one.organisation_id == kommune.organisation_id
        ],
    )

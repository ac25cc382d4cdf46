"""Playing doubt about impartiality: one ruled each way, one that waits, and what persons have registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.leading.queries import leader_of
from accounts.models import Person
from accounts.queries import organisation_by_code, person
from accounts.ties.services import NewTie, register_tie
from applications.facts import lead_of
from applications.queries import any_application
from assessments.impartiality.services import rule
from assessments.queries import undeclared_cases
from assessments.services import declare
from criteria.impartiality import Outcome, TieKind, View
from demo.applying import Stage
from demo.judging import ALL_OF_A_ROUND, team_of
from demo.people import Cast
from foundation.database import db

CLEARED, SUBSTITUTED, WAITING = 1, 2, 4
"""The cases of the round that are doubted, by their place in it."""
TIES = (
    (1, TieKind.HOME, "K-1804", ""),
    (4, TieKind.FAMILY, "K-5001", "Enhetsleder i helse og mestring"),
)
"""The officer's place in the staff, the tie, the organisation and the note."""
FORMERLY_THERE = 1
LEFT_ON = date(2024, 6, 30)


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What a leader rules of whom, why, and who takes over."""

    about: Person
    outcome: Outcome
    reason: str
    substitute: Person | None = None


def doubt(stage: Stage, cases: Sequence[int], *, at: datetime) -> None:
    """Let three officers doubt: one is found impartial, one is replaced, and one still waits."""
    handler, *_ = team_of(stage, CLEARED)
    _say(cases[CLEARED], handler, "Jeg gikk på skole med prosjektlederen for ti år siden.", at)
    ruling = _Ruling(handler, Outcome.IMPARTIAL, "Bekjentskapet er for fjernt.")
    _rule(cases[CLEARED], ruling, at)
    reader = team_of(stage, SUBSTITUTED)[1]
    _say(cases[SUBSTITUTED], reader, "Broren min er kommunedirektør i en av kommunene.", at)
    substitute = team_of(stage, SUBSTITUTED + 3)[0]
    reason = "Nær slekt av den som leder en part, er inhabil."
    _rule(cases[SUBSTITUTED], _Ruling(reader, Outcome.PARTIAL, reason, substitute), at)
    handler, *_ = team_of(stage, WAITING)
    _say(cases[WAITING], handler, "Jeg holdt kurs for hovedsøkeren i vår.", at)


def register_ties(cast: Cast, *, at: datetime) -> None:
    """Let a few officers register what may matter; one has worked for who leads a case that waits."""
    for place, kind, code, note in TIES:
        organisation = organisation_by_code(code)
        if organisation is not None:
            tie = NewTie(kind=kind, organisation=organisation, note=note)
            register_tie(tie, by=cast.officers[place], at=at)
    officer = cast.officers[FORMERLY_THERE]
    waiting = undeclared_cases(officer, call_id=None, mine=False, limit=ALL_OF_A_ROUND)
    if waiting:
        lead = lead_of(waiting[-1]).organisation
        tie = NewTie(
            kind=TieKind.EMPLOYER, organisation=lead, note="Prosjektleder", to_on=LEFT_ON
        )
        register_tie(tie, by=officer, at=at)


def _say(case_id: int, officer: Person, reason: str, at: datetime) -> None:
    declare(any_application(case_id), View.DOUBT, reason=reason, by=officer, at=at)


def _rule(case_id: int, ruling: _Ruling, at: datetime) -> None:
    leader = leader_of(ruling.about.id, at.date())
    if leader is None:
        raise LookupError("the officers of the demonstration have leaders")
    rule(
        any_application(case_id), ruling.about, ruling.outcome, reason=ruling.reason,
        substitute=ruling.substitute and person(ruling.substitute.id), by=person(leader),
        at=at + timedelta(hours=2),
    )
    db.session.expunge_all()  # the next case is read by itself

"""Playing doubt about impartiality: one ruled each way, one that waits, and what persons have registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.leading.queries import leader_of
from accounts.models import Person
from accounts.queries import organisation_by_code, person
from accounts.ties.services import NewTie, register_tie
from applications.queries import any_application
from assessments.impartiality.services import rule
from assessments.services import declare
from criteria.impartiality import Outcome, TieKind, View
from demo.applying import Stage
from demo.judging import team_of
from demo.people import Cast
from foundation.database import db

CLEARED, SUBSTITUTED, WAITING = 1, 2, 4
"""The cases of the round that are doubted, by their place in it."""
TIES = (
    (1, TieKind.HOME, "K-1804", "", None),
    (1, TieKind.EMPLOYER, "K-4601", "Prosjektleder", date(2024, 6, 30)),
    (4, TieKind.FAMILY, "K-5001", "Enhetsleder i helse og mestring", None),
)
"""The officer's place in the staff, the tie, the organisation, the note and the last day."""


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
    """Let a few officers register what may matter to their impartiality."""
    for place, kind, code, note, to_on in TIES:
        organisation = organisation_by_code(code)
        if organisation is not None:
            tie = NewTie(kind=kind, organisation=organisation, note=note, to_on=to_on)
            register_tie(tie, by=cast.officers[place], at=at)


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

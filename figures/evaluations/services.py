"""Acts on evaluations: written by a case officer; signed, published and settled by a leader."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from decisions.rights import require_role, require_words
from figures.evaluations import queries
from figures.evaluations.gathering import numbers_of
from figures.evaluations.models import Evaluation, ProposedChange, Standing
from figures.evaluations.refusals import Refusal
from figures.evaluations.sealing import seal_of, texts_of, words_of
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from grants.models import Measure

Detail = str | int | bool | None
_NOTHING = Bilingual("", "")


def begin(measure: Measure, year: int, *, by: Person, at: datetime) -> Evaluation:
    """Begin an evaluation, or a new version that starts from the last; those before it stay.

    Raises RuleBrokenError: no case officer, the year has not begun, a version is under way.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held = locked(measure)  # versions of a measure are numbered one by one
        if year > clock.in_oslo(at).year:
            raise RuleBrokenError(Refusal.YEAR_TO_COME)
        last = next(iter(queries.versions(held.id, year)), None)
        if last is not None and last.signed_at is None:
            raise RuleBrokenError(Refusal.UNDER_WAY)
        made = Evaluation(
            measure_id=held.id, year=year, number=last.number + 1 if last else 1,
            learnt=last.learnt if last else _NOTHING,
            assessment=last.assessment if last else _NOTHING, written_at=at, written_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the audit entry and the next page name it by its id
        _note("evaluation.begun", made, by, at, measure=held.code, year=year, number=made.number)
    return made


def write(
    evaluation: Evaluation, *, learnt: Bilingual, assessment: Bilingual, seen: str, by: Person,
    at: datetime,
) -> None:  # fmt: skip
    """Write what the year taught and what the office makes of it.

    `seen`: `texts_of` what the writer began from. Raises RuleBrokenError, and StaleError where somebody
    has written since.
    """
    with transaction():
        held = _hold_to_write(evaluation, by)
        if texts_of(held) != seen:
            raise StaleError
        held.learnt, held.assessment = _whole(learnt), _whole(assessment)
        held.written_at, held.written_by_id = at, by.id
        _note("evaluation.written", held, by, at)


def propose(
    evaluation: Evaluation, *, change: Bilingual, reason: Bilingual, by: Person, at: datetime
) -> ProposedChange:
    """Propose a change to the measure or its calls, with the reason. Raises RuleBrokenError."""
    with transaction():
        held = _hold_to_write(evaluation, by)
        made = ProposedChange(
            evaluation_id=held.id, change=_whole(change), reason=_whole(reason),
            standing=Standing.PROPOSED,
        )  # fmt: skip
        db.session.add(made)
        held.written_at, held.written_by_id = at, by.id
        db.session.flush()  # the audit entry names it by its id
        _note("evaluation.proposed", held, by, at, change=made.id)
    return made


def drop_change(change: ProposedChange, *, by: Person, at: datetime) -> None:
    """Take a proposal out of an evaluation that is not signed. Raises RuleBrokenError."""
    with transaction():
        held = _hold_to_write(change.evaluation, by)
        db.session.delete(locked(change))
        held.written_at, held.written_by_id = at, by.id
        _note("evaluation.dropped", held, by, at, change=change.id)


def sign(evaluation: Evaluation, *, seen: str, by: Person, at: datetime) -> None:
    """Sign an evaluation with the figures as they are now; from here on it is never written in.

    `seen`: `words_of` what the leader has read. Raises StaleError where somebody has written since, and
    RuleBrokenError: no leader, signed already, nothing written, the signer's own work.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        held = locked(evaluation)
        if held.signed_at is not None:
            raise RuleBrokenError(Refusal.SIGNED)
        if not (held.learnt.is_whole and held.assessment.is_whole):
            raise RuleBrokenError(Refusal.NOT_WRITTEN)
        if held.written_by_id == by.id:
            raise RuleBrokenError(Refusal.OWN_WORK)
        db.session.refresh(held, ["proposals"])
        if words_of(held) != seen:
            raise StaleError
        numbers = numbers_of(held.measure_id, held.year)
        figures = {figure.value: number for figure, number in numbers.items()}
        held.figures, held.seal = JsonValue(figures), seal_of(held, figures)
        held.signed_at, held.signed_by_id = at, by.id
        _note("evaluation.signed", held, by, at, seal=held.seal)


def publish(evaluation: Evaluation, *, by: Person, at: datetime) -> None:
    """Let everybody read a signed evaluation. Raises RuleBrokenError."""
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        held = _hold_signed(evaluation)
        if held.published_at is not None:
            raise RuleBrokenError(Refusal.PUBLISHED)
        held.published_at, held.published_by_id = at, by.id
        _note("evaluation.published", held, by, at)


def settle_change(
    change: ProposedChange, *, adopt: bool, why: str, by: Person, at: datetime
) -> None:
    """Adopt or reject a proposed change, with the reason, once.

    Raises RuleBrokenError: no leader, not signed, settled already, no reason.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        evaluation = _hold_signed(change.evaluation)
        held = locked(change)
        if held.standing is not Standing.PROPOSED:
            raise RuleBrokenError(Refusal.SETTLED)
        held.settled_why = require_words(why)
        held.standing = Standing.ADOPTED if adopt else Standing.REJECTED
        held.settled_at, held.settled_by_id = at, by.id
        _note("evaluation.settled", evaluation, by, at, change=held.id, standing=held.standing)


def take_in(change: ProposedChange, call_id: int, *, by: Person, at: datetime) -> None:
    """Note which call of the measure an adopted change was taken in by, once.

    Raises RuleBrokenError: no case officer, not adopted, noted already, a call of another measure.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held = locked(change)
        if held.standing is not Standing.ADOPTED:
            raise RuleBrokenError(Refusal.NOT_ADOPTED)
        if held.call_id is not None:
            raise RuleBrokenError(Refusal.TAKEN_IN)
        if call_id not in {one.id for one in queries.calls_of(change.evaluation.measure_id)}:
            raise RuleBrokenError(Refusal.OTHER_CALL)
        held.call_id = call_id
        _note("evaluation.taken_in", change.evaluation, by, at, change=held.id, call=call_id)


def _hold_to_write(evaluation: Evaluation, by: Person) -> Evaluation:
    require_role(by, Role.CASE_OFFICER)
    held = locked(evaluation)
    if held.signed_at is not None:
        raise RuleBrokenError(Refusal.SIGNED)
    return held


def _hold_signed(evaluation: Evaluation) -> Evaluation:
    held = locked(evaluation)
    if held.signed_at is None:
        raise RuleBrokenError(Refusal.NOT_SIGNED)
    return held


def _whole(said: Bilingual) -> Bilingual:
    if not said.is_whole:
        raise RuleBrokenError(Refusal.TEXT_MISSING)
    return Bilingual(said.nb.strip(), said.nn.strip())


def _note(act: str, evaluation: Evaluation, by: Person, at: datetime, **detail: Detail) -> None:
    audit.record(act, subject=evaluation.subject, by=by, at=at, **detail)

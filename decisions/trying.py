"""A dry run, done by a worker: each letter's words as they would be made now, and whom it would reach."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from applications.contacts.current import contact_of
from decisions import printing
from decisions.filling import letter_of
from decisions.lettertexts.queries import neutral_language
from decisions.models import Decision
from decisions.notices import signatories_of
from decisions.paper import texts_for
from decisions.queries.paperwork import decision_paper
from decisions.queries.trials import to_try
from decisions.recipients import Recipient, partners_with_versions, recipients_of
from decisions.trials import FOUND, LetterTrial, Problem
from foundation import clock, outbox
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.letterhead import LetterError

STEP = 10
"""How many decisions are tried between two looks at the progress."""
_LONGEST_WORD = 60
"""As many characters as a line of a letter holds: a longer word would run off the paper."""
_WORD = re.compile(r"\S+")

Found = dict[str, Any]


@outbox.handles("try_letters")
def try_letters(detail: JsonValue, at: datetime) -> None:
    """Try every letter of a round. Begun anew by another worker, it finds the same."""
    trial = db.session.get(LetterTrial, int(detail["trial"]))
    if trial is None or trial.ended_at is not None:
        return
    decisions, dated = [one.id for one in to_try(trial.call_id)], clock.in_oslo(at).date()
    found: list[Found] = []
    for place, decision_id in enumerate(decisions, start=1):
        found += _problems(decision_id, dated)
        db.session.expunge_all()
        if place % STEP == 0 or place == len(decisions):
            _note(int(detail["trial"]), place, len(decisions), found, at)


def _note(trial_id: int, done: int, total: int, found: list[Found], at: datetime) -> None:
    with transaction():
        trial = locked(db.session.get_one(LetterTrial, trial_id))
        trial.total, trial.done = total, done
        trial.problems = JsonValue({FOUND: list(found)})
        trial.ended_at = at if done == total else None


def _problems(decision_id: int, dated: date) -> Iterator[Found]:
    """Name what stands in the way of one decision's letters."""
    paper = decision_paper(decision_id)
    partners = partners_with_versions([paper.application.id])[paper.application.id]
    recipients = recipients_of(partners, dated, neutral_language(paper.call.scheme_id))
    for language in dict.fromkeys(one.language for one in recipients):
        try:
            filled = letter_of(paper, language, dated)
            words = printing.text(filled, texts_for(paper, filled))
        except LetterError as error:
            yield _problem(paper.decision, Problem.LACKS_PART, f"{error} ({language})")
            continue
        for word in _too_long(words):
            yield _problem(paper.decision, Problem.RUNS_OFF, word)
    if not contact_of(paper.application).email.strip():
        yield _problem(paper.decision, Problem.NO_CONTACT, "")
    for name in _unreached(recipients):
        yield _problem(paper.decision, Problem.NOBODY_TO_TELL, name)


def _problem(decision: Decision, problem: Problem, about: str) -> Found:
    return {
        "decision": decision.id,
        "case": decision.application.case_number,
        "problem": problem.value,
        "about": about,
    }


def _too_long(words: str) -> list[str]:
    return [word for word in dict.fromkeys(_WORD.findall(words)) if len(word) > _LONGEST_WORD]


def _unreached(recipients: list[Recipient]) -> list[str]:
    reached = signatories_of({one.organisation.id for one in recipients})
    return [one.organisation.name for one in recipients if one.organisation.id not in reached]

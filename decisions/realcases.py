"""A real case in a letter's texts before they are in force: only cases whose decision is published."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from decisions.filling import case_letter_of, letter_of, receipt_of
from decisions.letter.case import CaseLetter
from decisions.letterkinds import OF_DECISIONS, LetterKind, text_kind
from decisions.models import Decision, Outcome
from decisions.printing import AnyLetter
from decisions.queries.paperwork import DecisionPaper, decision_paper
from decisions.samples import Size, letters_of
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError

SHOWN = 5


def recent_decisions(kind: LetterKind) -> Sequence[Decision]:
    """List the last published decisions that a kind of letter can be tried on, with their cases."""
    wanted = select(Decision).where(Decision.published_at.is_not(None))
    if kind in OF_DECISIONS:
        wanted = wanted.where(Decision.outcome.in_(_outcomes(kind)))
    if kind is LetterKind.DEFICIENCY:
        return []
    return db.session.scalars(
        wanted.options(joinedload(Decision.application))
        .order_by(Decision.published_at.desc(), Decision.id.desc())
        .limit(SHOWN)
    ).all()


def real_letter(kind: LetterKind, decision_id: int, language: str) -> AnyLetter:
    """Fill a kind of letter from a published case; what only an act can say is made up.

    Raises NotFoundError for a decision that is not in `recent_decisions`.
    """
    if decision_id not in {one.id for one in recent_decisions(kind)}:
        raise NotFoundError
    paper = decision_paper(decision_id)
    if kind in OF_DECISIONS:
        return letter_of(paper, language, clock.today())
    if kind is LetterKind.RECEIPT:
        return receipt_of(paper, language)
    return _with_made_up_words(kind, paper, language)


def _with_made_up_words(kind: LetterKind, paper: DecisionPaper, language: str) -> CaseLetter:
    sample = next(
        one for one in letters_of(kind, Size.NORMAL, language) if isinstance(one, CaseLetter)
    )
    return case_letter_of(paper, sample.said, language, clock.today())


def _outcomes(kind: LetterKind) -> list[Outcome]:
    return [one for one in Outcome if text_kind(LetterKind(one.value)) is kind]

"""A decision's letter before it is made: its words and its pages, marked as a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from decisions import printing
from decisions.filling import letter_of, sentences
from decisions.lettertexts import Texts
from decisions.lettertexts.queries import neutral_language, texts_on
from decisions.making import made_up_notice
from decisions.models import Decision
from decisions.queries.paperwork import CasePaper, DecisionPaper, decision_paper
from decisions.recipients import partners_with_versions, recipients_of
from foundation.letterhead import LetterError


@dataclass(frozen=True, slots=True)
class Preview:
    """The words of a letter in one form of Norwegian, or the part that it lacks."""

    language: str
    words: str
    lacks: str | None
    recipients: tuple[str, ...]


def previews(decision: Decision, dated: date) -> list[Preview]:
    """Give each document that the decision will be sent as, with who gets it."""
    paper = decision_paper(decision.id)
    partners = partners_with_versions([decision.application_id])[decision.application_id]
    recipients = recipients_of(partners, dated, neutral_language(paper.call.scheme_id))
    return [
        _preview(
            paper,
            language,
            dated,
            tuple(one.organisation.name for one in recipients if one.language == language),
        )
        for language in dict.fromkeys(one.language for one in recipients)
    ]


def draft_document(decision: Decision, language: str, dated: date) -> bytes:
    """Print a decision's letter as it would be now. Raises LetterError when a part is missing."""
    marks = (sentences.DRAFT_NOTICE.in_(language), made_up_notice(language))
    notice = ". ".join(mark for mark in marks if mark)
    paper = decision_paper(decision.id)
    filled = letter_of(paper, language, dated, notice=notice)
    return printing.render(filled, texts_for(paper, filled))


def texts_for(paper: CasePaper, letter: printing.AnyLetter) -> Texts:
    """Give the texts that a letter is written from on its date."""
    return texts_on(paper.call.scheme_id, printing.kind_of(letter), letter.head.dated)


def _preview(
    paper: DecisionPaper, language: str, dated: date, recipients: Sequence[str]
) -> Preview:
    try:
        filled = letter_of(paper, language, dated)
        words = printing.text(filled, texts_for(paper, filled))
    except LetterError as error:
        return Preview(language, "", str(error), tuple(recipients))
    return Preview(language, words, None, tuple(recipients))

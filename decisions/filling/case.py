"""The letters that are about no decision of their own: the case around what is said."""

from datetime import date

from accounts.models import Person
from decisions.filling import frame
from decisions.filling.sentences import DECISION_MAKER
from decisions.letter.case import CaseLetter
from decisions.letter.said import Saying
from decisions.queries.paperwork import CasePaper
from foundation.letterhead import Official
from grants.law import law_on


def case_letter_of(
    paper: CasePaper,
    said: Saying,
    language: str,
    dated: date,
    *,
    officer: Person | None = None,
    responsible: Person | None = None,
    notice: str | None = None,
    enclosed: str | None = None,
) -> CaseLetter:
    """Fill the letter around what is said. Raises LetterError when a part is missing."""
    title = DECISION_MAKER.in_(language)
    return CaseLetter(
        head=frame.letterhead(
            paper,
            language,
            dated,
            case_officer=officer,
            responsible=Official(name=responsible.name, title=title) if responsible else None,
            copies=frame.others(paper) if said.to_partners else (),
            notice=notice,
        ),
        subject=frame.subject(paper, language),
        said=said,
        law=law_on(paper.call.regulation, dated),
        complaint=frame.complaint(paper.call, language),
        enclosed=enclosed,
    )

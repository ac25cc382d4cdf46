"""A letter in a case that is about no decision of its own: its head, its case, and what it says."""

from dataclasses import dataclass

from decisions.letter.parts import Complaint, Subject
from decisions.letter.said import Saying
from foundation.law import References
from foundation.letterhead import LetterError, Letterhead, Stated


@dataclass(frozen=True, kw_only=True)
class CaseLetter(Stated):
    """An interim reply, a reminder, an answer, a notice: told apart by what is said."""

    head: Letterhead
    subject: Subject
    said: Saying
    law: References
    complaint: Complaint | None = None
    enclosed: str | None = None
    """A corrected decision as it now reads, as HTML, where the letter corrects one."""

    def __post_init__(self) -> None:
        """Require the right to complain where the letter must tell of it."""
        super().__post_init__()
        if self.said.with_complaint and self.complaint is None:
            raise LetterError("CaseLetter.complaint")

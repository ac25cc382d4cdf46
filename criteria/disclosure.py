"""What of a case's documents is open, by offentleglova (LOV-2006-05-19-16), and when an answer is due.

Documents are open unless a paragraph says otherwise (§ 3). Some paragraphs say that a document *shall* be
kept from the public, others that it *may* be: then the office must ask whether it should be open all the
same (§ 11, meirinnsyn). A refusal names the paragraph, its part and its letter (§ 31).
"""

from datetime import date
from enum import StrEnum

from criteria.lawful_days import working_days_after

ANSWERED_WITHIN = 5
"""Working days; no answer by then counts as a refusal that may be complained of (§ 32 second part)."""
REASONS_ASKED_WITHIN_WEEKS = 3
"""How long one may ask for a fuller reason of a refusal (§ 31 second part)."""
COMPLAINED_WITHIN_WEEKS = 3
"""How long one may complain of a refusal (§ 32, with forvaltningsloven's rules)."""


class Ground(StrEnum):
    """Why a document, or a part of it, is kept from the public."""

    PERSONAL = "personal"
    BUSINESS = "business"
    INTERNAL = "internal"
    FROM_OUTSIDE = "from_outside"
    TENDER = "tender"
    BARGAINING = "bargaining"
    CONTROL = "control"
    CRIME = "crime"
    IDENTITY = "identity"
    NOT_YET = "not_yet"


PARAGRAPHS: dict[Ground, str] = {
    Ground.PERSONAL: "offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 1",
    Ground.BUSINESS: "offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 2",
    Ground.INTERNAL: "offl. § 14 første ledd",
    Ground.FROM_OUTSIDE: "offl. § 15 første ledd",
    Ground.TENDER: "offl. § 23 tredje ledd",
    Ground.BARGAINING: "offl. § 23 første ledd",
    Ground.CONTROL: "offl. § 24 første ledd",
    Ground.CRIME: "offl. § 24 andre ledd",
    Ground.IDENTITY: "offl. § 26 femte ledd",
    Ground.NOT_YET: "offl. § 5 fjerde ledd",
}
"""The paragraph as journals and letters cite it; the same in both forms of Norwegian.

Each is read in the consolidated act of April 2026; see docs/lovhjemler.md.
"""

SHALL = frozenset({Ground.PERSONAL, Ground.BUSINESS})
"""Confidential by law: nothing may be handed out, however much one would like to."""


class DisclosureRefusal(StrEnum):
    """Why an act on the journal is refused."""

    REASON_MISSING = "reason_missing"
    NOTHING_TO_LIFT = "nothing_to_lift"
    SAME_AS_BEFORE = "same_as_before"
    ASKED_ALREADY = "asked_already"
    ANSWERED_ALREADY = "answered_already"
    GROUND_MISSING = "ground_missing"
    NOTHING_GIVEN = "nothing_given"
    CONFIDENTIAL = "confidential"
    FILES_MISSING = "files_missing"


def answer_due(asked_on: date) -> date:
    """Give the last day for an answer: five working days after the day the request came (§ 32)."""
    return working_days_after(asked_on, ANSWERED_WITHIN)


def why_not_answer(
    *, given: int, held: int, ground: Ground | None, marked: Ground | None
) -> DisclosureRefusal | None:
    """Tell why an answer to a request cannot stand; None when it can.

    `given` of the document's `held` parts are handed out; what is kept back is kept by `ground`; the document
    is marked with `marked`. What shall be kept from the public is not handed out whole while it is
    marked so: the mark is lifted first, or the parts that it covers are kept back.
    """
    if given < held and ground is None:
        return DisclosureRefusal.GROUND_MISSING
    if not given and ground is None:
        return DisclosureRefusal.NOTHING_GIVEN
    if given and given == held and marked in SHALL:
        return DisclosureRefusal.CONFIDENTIAL
    return None

"""The office's work with cases: behind the gate all but the cover, the lists and the declaration."""

from tests.visibility.listing import (
    ALL,
    COVER,
    GATED,
    OF_A_CALL,
    Line,
    absent,
    back,
    declares,
    lets,
    opens,
)
from tests.visibility.viewers import ADMITTED, ANSWERING, EVERYBODY, HINDERED, UNGATED, Viewer

THE_HANDLER = frozenset({Viewer.HANDLER})
MODERATORS = frozenset({Viewer.HANDLER, Viewer.MAKER})
OF_A_TALK: Line = (lets(ANSWERING, "draft"), absent(EVERYBODY, "draft"), *GATED)
OF_THE_WRITER: Line = (
    declares(EVERYBODY, "draft"), lets(THE_HANDLER), absent(ADMITTED), declares(HINDERED),
)  # fmt: skip
MODERATED: Line = (
    declares(EVERYBODY, "draft"), lets(MODERATORS, "assessed", "proposed"),
    absent(ADMITTED), declares(HINDERED),
)  # fmt: skip
SENT_BACK: Line = (
    declares(EVERYBODY, "draft"), lets(ADMITTED, "proposed"), absent(ADMITTED), declares(HINDERED),
)  # fmt: skip
OF_A_ROUND: Line = (lets(ADMITTED), declares(HINDERED))

LOOKED_AT: dict[str, Line] = {
    "assessments.ask_for_more": GATED,
    "assessments.attachment": GATED,
    "assessments.budget": GATED,
    "assessments.call_proposals": OF_A_CALL,
    "assessments.calls": ALL,
    "assessments.case": GATED,
    "assessments.case_filters": ALL,
    "assessments.cases": ALL,
    "assessments.choose": ALL,
    "assessments.compare_proposals": ALL,
    "assessments.control": GATED,
    "assessments.declare": (back(UNGATED), *COVER),
    "assessments.declare_many": ALL,
    "assessments.find_ineligible": GATED,
    "assessments.impartiality": ALL,
    "assessments.impartiality_file": ALL,
    "assessments.inputs": OF_A_ROUND,
    "assessments.line": OF_A_ROUND,
    "assessments.marking_date": OF_A_CALL,
    "assessments.marks": GATED,
    "assessments.message_attachment": OF_A_TALK,
    "assessments.moderate": MODERATED,
    "assessments.notes": GATED,
    "assessments.object_to": COVER,
    "assessments.overrule": GATED,
    "assessments.proposal": ALL,
    "assessments.proposal_sheet": ALL,
    "assessments.questions": ALL,
    "assessments.read_near_line": (absent(EVERYBODY, "assessed"), lets(EVERYBODY)),
    "assessments.reserve": OF_A_CALL,
    "assessments.rewrite_note": OF_THE_WRITER,
    "assessments.rounds_to_mark": ALL,
    "assessments.rule": COVER,
    "assessments.run": ALL,
    "assessments.send_back": SENT_BACK,
    "assessments.staff": COVER,
    "assessments.steady": OF_A_ROUND,
    "assessments.suggest": ALL,
    "assessments.talk": OF_A_TALK,
    "assessments.view": (opens(THE_HANDLER),),
    "assessments.views": ALL,
    "assessments.what_if": OF_A_ROUND,
}
SENT: dict[str, Line] = {
    "assessments.confirm_control": GATED,
    "assessments.delete_view": (lets(THE_HANDLER),),
    "assessments.examine": GATED,
    "assessments.find_eligible": GATED,
    "assessments.open_view": (lets(THE_HANDLER),),
    "assessments.notes": (absent(UNGATED), *GATED),
    "assessments.settle": OF_A_TALK,
    "assessments.staff_many": ALL,
    "assessments.take_off": COVER,
}

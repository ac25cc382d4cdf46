"""Decisions and letters: drafts are the office's, what is published is also the parties'."""

from tests.visibility.deciding import ACCOUNT, CHANGE
from tests.visibility.listing import ALL, GATED, OF_A_CALL, Line, absent, declares, lets, opens
from tests.visibility.openness import REQUEST
from tests.visibility.viewers import (
    ADMITTED,
    CONFIRMED,
    EVERYBODY,
    HINDERED,
    LEAD,
    PARTNERS,
    Viewer,
)

INVOLVED = LEAD | PARTNERS
PUBLISHED = ("awarded", "refused", "rejected", "accepted")
COLLEAGUES = frozenset({Viewer.LEAD_EDITOR})
SIGNING = frozenset({Viewer.LEAD_SIGNATORY})
OF_LEAD: Line = (lets(LEAD),)
SENT_ALREADY: Line = ()
"""What is there only until the complaint is sent, as the world's is."""
NO_RESULT: Line = (absent(ADMITTED), declares(HINDERED))
OF_DECISIONS: Line = (lets(ADMITTED), declares(HINDERED))
OF_AN_ACCOUNT: Line = (lets(ADMITTED, ACCOUNT, CHANGE), declares(HINDERED, ACCOUNT, CHANGE))
"""The first change of an account has the number of the first change of a project."""

LOOKED_AT: dict[str, Line] = {
    "decisions.account": (opens(LEAD, "accepted", CHANGE, ACCOUNT),),
    "decisions.account_change": OF_AN_ACCOUNT,
    "decisions.account_wait": ALL,
    "decisions.confirm_account": (opens(COLLEAGUES, "accepted", CHANGE, ACCOUNT),),
    "decisions.stop_account": OF_AN_ACCOUNT,
    "decisions.act_on_result": NO_RESULT,
    "decisions.answer_reasons": (absent(EVERYBODY, REQUEST), *OF_DECISIONS),
    "decisions.complain": (opens(LEAD | CONFIRMED, *PUBLISHED),),
    "decisions.complaint": OF_DECISIONS,
    "decisions.complaint_file": OF_LEAD,
    "decisions.complaint_files": SENT_ALREADY,
    "decisions.complaints": ALL,
    "decisions.grant_leave": OF_DECISIONS,
    "decisions.office_complaint_file": OF_DECISIONS,
    "decisions.own_complaint": OF_LEAD,
    "decisions.register_result": OF_DECISIONS,
    "decisions.rule": OF_DECISIONS,
    "decisions.submit_complaint": SENT_ALREADY,
    "decisions.try_letters": ALL,
    "decisions.withdraw_complaint": OF_LEAD,
    "decisions.write_complaint": SENT_ALREADY,
    "decisions.answer": (opens(INVOLVED, *PUBLISHED),),
    "decisions.calendar": ALL,
    "decisions.case_letter": OF_DECISIONS,
    "decisions.change_texts": ALL,
    "decisions.correction": OF_DECISIONS,
    "decisions.corrections": ALL,
    "decisions.propose_correction": (
        lets(ADMITTED, *PUBLISHED),
        absent(ADMITTED),
        declares(HINDERED),
    ),
    "decisions.sign_correction": OF_DECISIONS,
    "decisions.date_letters": ALL,
    "decisions.declare": ALL,
    "decisions.decline": (lets(SIGNING, "awarded"),),
    "decisions.documents": ALL,
    "decisions.interim_replies": ALL,
    "decisions.languages": ALL,
    "decisions.letter": (lets(LEAD, *PUBLISHED),),
    "decisions.letter_texts": ALL,
    "decisions.letters": ALL,
    "decisions.own_dates": ALL,
    "decisions.preview_document": OF_DECISIONS,
    "decisions.reason": (
        lets(ADMITTED, "proposed", "ineligible"),
        absent(ADMITTED),
        declares(HINDERED),
    ),
    "decisions.receipt": (absent(EVERYBODY, "draft"), opens(INVOLVED)),
    "decisions.reject": GATED,
    "decisions.round_of": ALL,
    "decisions.rounds": ALL,
    "decisions.sample_letter": ALL,
    "decisions.set_publication": ALL,
    "decisions.show": OF_DECISIONS,
    "decisions.sign_round": ALL,
    "decisions.text_versions": ALL,
    "decisions.local_decisions": (opens(INVOLVED, "accepted", CHANGE, ACCOUNT),),
    "decisions.local_document": (lets(INVOLVED),),
    "decisions.case_local_document": OF_DECISIONS,
}
SENT: dict[str, Line] = {
    "decisions.make_document_again": OF_DECISIONS,
    "decisions.make_letter_again": (),
    "decisions.take_back_account": (lets(LEAD, "accepted", CHANGE, ACCOUNT),),
    "decisions.ask_for_reasons": (lets(INVOLVED, *PUBLISHED),),
    "decisions.begin_complaint": (lets(INVOLVED, *PUBLISHED),),
    "decisions.confirm_ruling": OF_DECISIONS,
    "decisions.leave_out_reasons": OF_DECISIONS,
    "decisions.remove_complaint_file": SENT_ALREADY,
    "decisions.send_to_appeal_body": OF_DECISIONS,
    "decisions.call_off_publication": ALL,
    "decisions.draft": ALL,
    "decisions.draft_supplements": OF_A_CALL,
    "decisions.lapse": OF_DECISIONS,
    "decisions.make_again": ALL,
    "decisions.publish": ALL,
    "decisions.sign": OF_DECISIONS,
    "decisions.withdraw_correction": OF_DECISIONS,
    "decisions.remind_of_local_decisions": (lets(INVOLVED, "accepted", CHANGE, ACCOUNT),),
}

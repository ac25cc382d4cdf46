"""The scheme and its calls, as their administrators write them."""

from tests.visibility.listing import ALL, OF_A_CALL, Line, absent, lets, opens, told
from tests.visibility.surroundings import GOING_ON, OVER
from tests.visibility.viewers import EVERYBODY, LEAD

LOOKED_AT: dict[str, Line] = {
    "grants.add_row": ALL,
    "grants.add_to_catalogue": ALL,
    "grants.answer_comments": ALL,
    "grants.applicants": ALL,
    "grants.appropriations": ALL,
    "grants.ask_from_catalogue": ALL,
    "grants.basics": ALL,
    "grants.call": ALL,
    "grants.calls": ALL,
    "grants.catalogue_question": ALL,
    "grants.change_contact": ALL,
    "grants.change_row": ALL,
    "grants.change_sender": ALL,
    "grants.changes": ALL,
    "grants.choose_level": ALL,
    "grants.comment": (told(EVERYBODY, OVER), opens(EVERYBODY)),
    "grants.copy": ALL,
    "grants.discard": ALL,
    "grants.draft_rule_sheet": ALL,
    "grants.hearing": ALL,
    "grants.hearing_answers": ALL,
    "grants.hearings": ALL,
    "grants.list_rows": ALL,
    "grants.manage_scheme": ALL,
    "grants.new_call": ALL,
    "grants.open_hearing": ALL,
    "grants.pick_condition": ALL,
    "grants.preview": ALL,
    "grants.publish": ALL,
    "grants.public_hearing": (absent(EVERYBODY, GOING_ON), opens(EVERYBODY)),
    "grants.public_hearings": ALL,
    "grants.question_catalogue": ALL,
    "grants.rule": ALL,
    "grants.rules": ALL,
    "grants.section": ALL,
    "grants.set_condition": (),
    "grants.sum_up": ALL,
    "grants.word_anew": ALL,
}
SENT: dict[str, Line] = {
    "grants.act_on_row": ALL,
    "grants.ask_from_template": (),
    "grants.ask_always": ALL,
    "grants.begin_edition": OF_A_CALL,
    "grants.set_up": ALL,
    "grants.withdraw_comment": (lets(LEAD),),
}

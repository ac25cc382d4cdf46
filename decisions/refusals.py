"""Why an act on a decision, a letter or an answer was refused, one word each; `words` says them.

What keeps a person from signing is `criteria.impartiality.Hindrance`.
"""

from enum import StrEnum


class Refusal(StrEnum):
    """What stands in the way."""

    NOT_CASE_OFFICER = "not_case_officer"
    NOT_DECISION_MAKER = "not_decision_maker"
    PROPOSAL_NOT_CHOSEN = "proposal_not_chosen"
    PROPOSAL_OUTDATED = "proposal_outdated_since"
    NOTHING_TO_DRAFT = "nothing_to_draft"
    NOT_INELIGIBLE = "not_ineligible"
    REASON_MISSING = "reason_missing"
    SENTENCES_MISSING = "sentences_missing"
    CRITERION_WITHOUT_REASON = "criterion_without_reason"
    NOT_READY_FOR_DECISION = "not_ready_for_decision"
    NEWER_VERSION = "newer_version"
    ALREADY_SIGNED = "already_signed"
    SUM_IS_WRONG = "sum_is_wrong"
    OVER_FRAME = "over_frame"
    DATED_IN_THE_PAST = "dated_in_the_past"
    NOTHING_TO_SIGN = "nothing_to_sign"
    NOTHING_TO_PUBLISH = "nothing_to_publish"
    LETTERS_DATED_ANOTHER_DAY = "letters_dated_another_day"
    CONTENT_CHANGED = "content_changed"
    LETTER_NOT_WAITING = "letter_not_waiting"
    NOTHING_TO_DATE = "nothing_to_date"
    NOT_LEADS_SIGNATORY = "not_leads_signatory"
    NOT_AN_AWARD = "not_an_award"
    ALREADY_ANSWERED = "already_answered"
    ANSWERED_TOO_LATE = "answered_too_late"
    ACCOUNT_NUMBER_WRONG = "account_number_wrong"
    ACCOUNT_NUMBER_MISSING = "account_number_missing"
    NOT_LATE_YET = "not_late_yet"
    TEXT_FAULTY = "text_faulty"
    TEXTS_UNCHANGED = "texts_unchanged"
    TEXTS_IN_THE_PAST = "texts_in_the_past"
    NOT_A_FORM = "not_a_form"
    NOTHING_TO_SEND = "nothing_to_send"
    EXPECTED_IN_THE_PAST = "expected_in_the_past"
    NOT_ADMINISTRATOR = "not_administrator"

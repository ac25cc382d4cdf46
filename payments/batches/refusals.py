"""Why something with a batch or the bank's answer was not done."""

from enum import StrEnum


class BatchRefusal(StrEnum):
    """Why an act on batches was refused."""

    NO_PAYER = "batch_no_payer"
    NOTHING_TO_PAY = "batch_nothing_to_pay"
    NOT_THAT_FAR = "batch_not_that_far"
    EXECUTED_BEFORE_TODAY = "batch_executed_before_today"
    ALREADY_AUTHORISED = "batch_already_authorised"
    NOT_AUTHORISED = "batch_not_authorised"
    ALREADY_WITHDRAWN = "batch_already_withdrawn"
    ALREADY_SENT = "batch_already_sent"
    NOT_FETCHED = "batch_not_fetched"
    SAME_PERSON = "batch_same_person"
    CLOSED_CASE = "batch_closed_case"
    OVER_LIMIT_TO_ATTEST = "batch_over_limit_to_attest"
    OVER_LIMIT_TO_AUTHORISE = "batch_over_limit_to_authorise"
    LINES_HINDERED = "batch_lines_hindered"
    REASON_MISSING = "batch_reason_missing"
    ALREADY_RECEIVED = "bank_already_received"
    UNKNOWN_ORDER = "bank_unknown_order"
    ORDER_NOT_SENT = "bank_order_not_sent"
    UNKNOWN_PAYMENT = "bank_unknown_payment"
    OTHER_ACCOUNT = "bank_other_account"
    NOT_RETURNED = "line_not_returned"
    ALREADY_LOOKED_INTO = "line_already_looked_into"

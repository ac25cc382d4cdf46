"""Why the registers refuse, where `criteria.conformity` is not asked."""

from enum import StrEnum


class RegisterRefusal(StrEnum):
    """Why something was not registered, or nothing drawn."""

    CODE_TAKEN = "code_taken"
    NOT_WHOLE = "not_whole"
    ENDS_BEFORE = "ends_before"
    SOLUTION_KNOWN = "solution_known"
    NOTHING_CLAIMED = "nothing_claimed"
    TEST_DESCRIPTION_MISSING = "test_description_missing"
    STANDARD_NOT_IN_FORCE = "standard_not_in_force"
    IN_THE_FUTURE = "in_the_future"
    SEED_MISSING = "seed_missing"
    SEED_USED = "seed_used"
    TOO_MANY = "too_many"

"""The words that benefits are spoken of with (Akson, gevinstrealiseringsplan; inv. 212–247)."""

from enum import StrEnum


class Level(StrEnum):
    """A judgement in the plan's own scale."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class IndicatorKind(StrEnum):
    """What an indicator tells of: that the change came about, or that the benefit did (inv. 224)."""

    CHANGE = "change"
    BENEFIT = "benefit"


class ValueKind(StrEnum):
    """What a value is. The values stand in addresses."""

    BASELINE = "nullpunkt"
    TARGET = "mal"
    MEASURED = "maling"


class Grade(StrEnum):
    """How good the evidence is: measured, calculated from something measured, or estimated."""

    MEASURED = "measured"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"


class Frequency(StrEnum):
    """How often an indicator is to be measured (inv. 230)."""

    ALWAYS = "always"
    YEARLY = "yearly"
    EVERY_SECOND_YEAR = "every_second_year"
    BEFORE_THEN_YEARLY = "before_then_yearly"
    NOT_SET = "not_set"


class Use(StrEnum):
    """What a kommune does with a benefit (000:372–378, 000:770; inv. 223)."""

    LOWER_COSTS = "lower_costs"
    BETTER_QUALITY = "better_quality"
    MORE_TREATMENTS = "more_treatments"
    BETTER_WORK = "better_work"
    CITIZENS_OWN = "citizens_own"
    """The benefit is the citizens' own, and nothing is taken out (inv. 245)."""


class Actor(StrEnum):
    """Whom a benefit may be of use to (table 3; inv. 221)."""

    CITIZENS = "citizens"
    STAFF = "staff"
    KOMMUNER = "kommuner"
    HOSPITALS = "hospitals"
    SOCIETY = "society"
    OTHERS = "others"

"""Correcting a clerical error (retting) in a decision that is sent: what may be corrected, and what may not.

Forvaltningsloven of 2025 § 70 lets an office correct errors in a decision, and send it corrected with the
correction marked; under the act of 1967 the same follows from practice. An error is clerical when what
stands there is plainly not what was decided: a name, a date, a number, a word. What was decided is never
corrected: another amount or another outcome is a new decision (omgjøring, 1967 § 35; 2025 § 71).
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_MONEY = re.compile(
    r"(?P<counted>\d[\d \u00a0.]*(?:,\d+)?)(?=[ \u00a0]*(?:kr|kroner|mill|øre|prosent|%))"
    r"|(?P<grouped>\d{1,3}(?:[ \u00a0]\d{3})+)(?![ \u00a0]?\d)"
)
_OF_NINE_DIGITS = re.compile(r"\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}")
"""An organisation number; as an amount it has `kr` after it."""
_PARTING = re.compile(r"[ \u00a0.]")
_OUTCOMES = ("innvilg", "avslag", "avslå", "avvis", "bortfall", "opphev")
"""The beginnings of the words that tell an outcome, the same in both forms of Norwegian."""


class ClericalError(StrEnum):
    """What kind of thing was written wrongly."""

    NAME = "error_in_name"
    DATE = "error_in_date"
    NUMBER = "error_in_number"
    """A number that is no amount: a case number, an organisation number, a paragraph."""
    WORDING = "error_in_wording"


class CorrectionState(StrEnum):
    """Where a correction stands."""

    PROPOSED = "correction_proposed"
    SENT = "correction_sent"
    WITHDRAWN = "correction_withdrawn"


class CorrectionRefusal(StrEnum):
    """Why a correction could not be proposed, signed or withdrawn."""

    NOTHING_CORRECTED = "correction_empty"
    HALF_SAID = "correction_half_said"
    NO_DIFFERENCE = "correction_no_difference"
    NOT_IN_THE_LETTER = "correction_not_in_the_letter"
    CHANGES_AMOUNT = "correction_changes_amount"
    CHANGES_OUTCOME = "correction_changes_outcome"
    REASON_MISSING = "correction_reason_missing"
    NOT_IN_FORCE = "correction_not_in_force"
    ALREADY_PROPOSED = "correction_already_proposed"
    NOT_WAITING = "correction_not_waiting"
    PROPOSED_IT = "correction_proposed_it"
    CHANGED_SINCE = "correction_changed_since"


@dataclass(frozen=True, slots=True)
class Corrected:
    """What stood in a letter, and what shall stand there; both empty where the letter has no error."""

    wrong: str = ""
    right: str = ""

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing is corrected."""
        return not self.wrong and not self.right


def lacks_of_text(corrected: Corrected, *, stood: bool) -> CorrectionRefusal | None:
    """Tell why a text cannot be corrected so; `stood`: whether the letter that was sent has the wrong one."""
    if corrected.says_nothing:
        return None
    checks = (
        (CorrectionRefusal.HALF_SAID, not corrected.wrong or not corrected.right),
        (CorrectionRefusal.NO_DIFFERENCE, corrected.wrong == corrected.right),
        (CorrectionRefusal.NOT_IN_THE_LETTER, not stood),
        (
            CorrectionRefusal.CHANGES_AMOUNT,
            amounts_in(corrected.wrong) != amounts_in(corrected.right),
        ),
        (
            CorrectionRefusal.CHANGES_OUTCOME,
            _outcomes_in(corrected.wrong) != _outcomes_in(corrected.right),
        ),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def lacks_of_correction(
    texts: Mapping[str, Corrected], stood: Mapping[str, bool]
) -> tuple[str, CorrectionRefusal] | None:
    """Tell which form of Norwegian lacks what; None when the correction may be proposed."""
    for language, one in texts.items():
        lacking = lacks_of_text(one, stood=stood.get(language, False))
        if lacking is not None:
            return language, lacking
    if all(one.says_nothing for one in texts.values()):
        return next(iter(texts), ""), CorrectionRefusal.NOTHING_CORRECTED
    return None


def amounts_in(text: str) -> Counter[str]:
    """Give the amounts and shares that a text names, without the spaces in them."""
    found: Counter[str] = Counter()
    for match in _MONEY.finditer(text):
        grouped = match["grouped"]
        if grouped and _OF_NINE_DIGITS.fullmatch(grouped):
            continue
        found[_PARTING.sub("", match["counted"] or grouped)] += 1
    return found


def state_of(*, signed: bool, withdrawn: bool) -> CorrectionState:
    """Tell where a correction stands from what has happened to it. It is sent when it is signed."""
    if withdrawn:
        return CorrectionState.WITHDRAWN
    return CorrectionState.SENT if signed else CorrectionState.PROPOSED


def _outcomes_in(text: str) -> Counter[str]:
    lowered = text.lower()
    return Counter({stem: number for stem in _OUTCOMES if (number := lowered.count(stem))})

"""What the formal control found unmet, in words that page and letter share."""

from applications.words import Told, explained
from criteria.eligibility import Finding
from decisions.grounds import Grounds


def told(grounds: Grounds) -> list[Told]:
    """Say the findings in the language that is spoken now: the reader's, or a letter's own."""
    return [
        explained(Finding(one.rule, met=False, reason=one.reason, values=tuple(one.values.items())))
        for one in grounds.findings
    ]

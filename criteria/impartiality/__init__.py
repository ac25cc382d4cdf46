"""Who may touch a case (habilitet), and which two tasks may never meet in one person.

Sources: forvaltningsloven 1967 §§ 6, 8 and 9 (2025: §§ 25–29), four eyes on decisions (inv. 175, 358),
and the two-person principle of økonomibestemmelsene for payments. The law's question is asked against all
participants in the collaboration, not only its lead. What a person says, what a leader rules, whom the law
bars through whom, and what is known from before stand in a file each.
"""

from criteria.impartiality.hindrances import (
    ASKED_AT_THE_GATE,
    PARTIALITY,
    Hindrance,
    may_attest,
    may_authorise,
    may_handle,
    may_sign,
)
from criteria.impartiality.hints import LASTS_AFTER, Hint, Tie, TieKind, hints
from criteria.impartiality.leading import Lead, goes_in_circle, leader_on
from criteria.impartiality.reach import Stage, decided_below, through_leader
from criteria.impartiality.ruling import Ruler, RulingRefusal, may_rule
from criteria.impartiality.said import Outcome, Said, View, awaits_ruling, hindrance_by_word

__all__ = [
    "ASKED_AT_THE_GATE",
    "LASTS_AFTER",
    "PARTIALITY",
    "Hindrance",
    "Hint",
    "Lead",
    "Outcome",
    "Ruler",
    "RulingRefusal",
    "Said",
    "Stage",
    "Tie",
    "TieKind",
    "View",
    "awaits_ruling",
    "decided_below",
    "goes_in_circle",
    "hindrance_by_word",
    "hints",
    "leader_on",
    "may_attest",
    "may_authorise",
    "may_handle",
    "may_rule",
    "may_sign",
    "through_leader",
]

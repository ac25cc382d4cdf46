"""Acts of this room: each is one function and one transaction, named by the verb of the case."""

from grants.services.drafting import (
    Basics,
    CallTerms,
    change_applicants,
    change_basics,
    discard_draft,
    draft_call,
)
from grants.services.publishing import publish_call
from grants.services.scheme import (
    change_contact,
    choose_ambition_level,
    register_appropriation,
    set_up_scheme,
)

__all__ = [
    "Basics",
    "CallTerms",
    "change_applicants",
    "change_basics",
    "change_contact",
    "choose_ambition_level",
    "discard_draft",
    "draft_call",
    "publish_call",
    "register_appropriation",
    "set_up_scheme",
]

"""Acts of this room: each is one function and one transaction, named by the verb of the case."""

from grants.services.cataloguing import add_to_catalogue, fill_catalogue, word_anew
from grants.services.contents import (
    LONGEST_VALUE,
    RuleSetting,
    add_activity,
    add_attachment,
    add_condition,
    change_activity,
    change_attachment,
    change_condition,
    change_rule,
)
from grants.services.copying import LIVING, begin_edition, copy_call
from grants.services.drafting import (
    Basics,
    CallTerms,
    change_applicants,
    change_basics,
    discard_draft,
    draft_call,
)
from grants.services.judging import (
    add_criterion,
    add_plan_step,
    change_criterion,
    change_plan_step,
)
from grants.services.ordering import move_down, move_up, remove_row
from grants.services.publishing import publish_call
from grants.services.questioning import (
    add_question,
    ask_from_catalogue,
    ask_from_template,
    change_question,
    rename_section,
    set_condition,
)
from grants.services.scheme import (
    change_contact,
    change_sender,
    choose_ambition_level,
    register_appropriation,
    set_up_scheme,
)
from grants.services.spreading import BoundSetting, add_bound, change_bound

__all__ = [
    "LIVING",
    "LONGEST_VALUE",
    "Basics",
    "BoundSetting",
    "CallTerms",
    "RuleSetting",
    "add_activity",
    "add_attachment",
    "add_bound",
    "add_condition",
    "add_criterion",
    "add_plan_step",
    "add_question",
    "add_to_catalogue",
    "ask_from_catalogue",
    "ask_from_template",
    "begin_edition",
    "change_activity",
    "change_applicants",
    "change_attachment",
    "change_basics",
    "change_bound",
    "change_condition",
    "change_contact",
    "change_criterion",
    "change_plan_step",
    "change_question",
    "change_rule",
    "change_sender",
    "choose_ambition_level",
    "copy_call",
    "discard_draft",
    "draft_call",
    "fill_catalogue",
    "move_down",
    "move_up",
    "publish_call",
    "register_appropriation",
    "remove_row",
    "rename_section",
    "set_condition",
    "set_up_scheme",
    "word_anew",
]

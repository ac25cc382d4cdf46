"""Acts on applications, in the order an applicant meets them."""

from applications.contents import Basics, BudgetCell, PartnerTerms
from applications.documents import Upload
from applications.offered import Figures
from applications.services.attaching import answer_with_file, attach, remove_attachment
from applications.services.budgeting import set_budget, set_budget_parts, set_partner_budget
from applications.services.confirming import confirm_part, decline_part, name_contacts
from applications.services.dividing import set_cost_key
from applications.services.drafting import (
    answer_questions,
    change_basics,
    choose_activities,
    start_application,
)
from applications.services.offering import (
    accept_offer,
    offer_figures,
    refuse_offer,
    withdraw_offer,
)
from applications.services.partnering import (
    add_partner,
    change_partner,
    remind_partners,
    remove_partner,
)
from applications.services.renewing import start_from_earlier
from applications.services.submission import submit, supplement, withdraw

__all__ = [
    "Basics",
    "BudgetCell",
    "Figures",
    "PartnerTerms",
    "Upload",
    "accept_offer",
    "add_partner",
    "answer_questions",
    "answer_with_file",
    "attach",
    "change_basics",
    "change_partner",
    "choose_activities",
    "confirm_part",
    "decline_part",
    "name_contacts",
    "offer_figures",
    "refuse_offer",
    "remind_partners",
    "remove_attachment",
    "remove_partner",
    "set_budget",
    "set_budget_parts",
    "set_cost_key",
    "set_partner_budget",
    "start_application",
    "start_from_earlier",
    "submit",
    "supplement",
    "withdraw",
    "withdraw_offer",
]

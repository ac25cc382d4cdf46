"""What applicants do: each for the own organisations, and nobody else at all."""

from tests.visibility.addresses import WRITTEN
from tests.visibility.listing import ALL, OF_A_CALL, Line, absent, back, lets, opens, told
from tests.visibility.surroundings import HOUSE, OFFER
from tests.visibility.viewers import ASKED, CONFIRMED, EVERYBODY, LEAD, PARTNERS, Viewer

DRAFT = "draft"
INVITED = frozenset({Viewer.INVITED})
SIGNATORIES = frozenset({Viewer.PARTNER})
INVOLVED = LEAD | PARTNERS

WRITING: Line = (opens(LEAD, DRAFT), back(LEAD))
"""The lead's own pages of a draft; of what is handed in they lead to the application."""
OF_LEAD: Line = (lets(LEAD),)
READING: Line = (opens(LEAD | ASKED, DRAFT), opens(INVOLVED))
OWN_PART: Line = (absent(CONFIRMED, OFFER), lets(CONFIRMED), lets(INVITED, OFFER))
TALKING: Line = (opens(INVITED, DRAFT), opens(INVOLVED))
OF_OWN_PLACE: Line = (lets(LEAD, DRAFT), lets(CONFIRMED, HOUSE))

LOOKED_AT: dict[str, Line] = {
    "applications.activities": WRITING,
    "applications.all_interests": ALL,
    "applications.answer_offer": (absent(LEAD, DRAFT), opens(LEAD, OFFER), back(LEAD)),
    "applications.attachment": READING,
    "applications.attachments": WRITING,
    "applications.basics": WRITING,
    "applications.budget": (
        opens(LEAD | ASKED, DRAFT), back(INVOLVED),
    ),
    "applications.budget_file": (opens(LEAD | ASKED, DRAFT), back(INVOLVED)),
    "applications.budget_sheet": (opens(LEAD | ASKED, DRAFT), back(INVOLVED)),
    "applications.check": WRITING,
    "applications.choose_call": ALL,
    "applications.commitments": OF_OWN_PLACE,
    "figures.stakes": OF_OWN_PLACE,
    "applications.confirm": OWN_PART,
    "applications.confirm_sheet": OF_OWN_PLACE,
    "applications.contact": (back(LEAD, DRAFT), opens(LEAD)),
    "applications.contacts": OWN_PART,
    "applications.cost_key": WRITING,
    "applications.decline": OWN_PART,
    "applications.extend": OF_A_CALL,
    "applications.fact_sheet": OF_OWN_PLACE,
    "applications.follow": (told(LEAD, DRAFT), back(LEAD)),
    "applications.index": ALL,
    "applications.interests": ALL,
    "applications.message_attachment": TALKING,
    "applications.messages": TALKING,
    "applications.offer": OWN_PART,
    "applications.partner": (opens(LEAD, DRAFT, OFFER), back(LEAD)),
    "applications.partner_budget": (
        opens(LEAD, DRAFT, OFFER), opens(CONFIRMED, DRAFT), opens(INVITED, OFFER),
        absent(EVERYBODY, DRAFT, OFFER), back(INVOLVED),
    ),
    "applications.partners": WRITING,
    "applications.publish_edition": (),
    "applications.questions": (opens(LEAD, DRAFT, "incomplete"), back(LEAD)),
    "applications.read": READING,
    "applications.receipt": (absent(EVERYBODY, DRAFT), opens(INVOLVED)),
    "applications.remove_partner": (opens(LEAD, DRAFT, OFFER), back(LEAD)),
    "applications.show": READING,
    "applications.start": (absent(EVERYBODY, WRITTEN), lets(EVERYBODY)),
    "applications.supplement": OF_LEAD,
    "applications.try_form": ALL,
    "applications.withdraw": OF_LEAD,
    "applications.withdraw_call": OF_A_CALL,
}  # fmt: skip
SENT: dict[str, Line] = {
    "applications.accept_offer": OF_LEAD,
    "applications.add_partners": OF_LEAD,
    "applications.answer_offer": (lets(LEAD, OFFER),),
    "applications.partner_budget": (lets(LEAD), *OWN_PART),
    "applications.remind": OF_LEAD,
    "applications.say_effort": (absent(LEAD, DRAFT), lets(LEAD)),
    "applications.remove_attachment": OF_LEAD,
    "applications.submit": OF_LEAD,
    "applications.withdraw_interest": OF_LEAD,
    "applications.withdraw_offer": OWN_PART,
}

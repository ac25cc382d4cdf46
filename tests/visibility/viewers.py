"""Who looks: every role, in every relation that it can have to a case."""

from enum import StrEnum


class Viewer(StrEnum):
    """Somebody who looks. The value is what a failure calls them."""

    STRANGER = "a stranger"
    SIGNED_OUT = "an officer whose session has ended"
    GONE = "a signatory whose session has ended"
    WITHOUT_ROLE = "somebody without a role"
    LEAD_EDITOR = "the lead's editor"
    LEAD_SIGNATORY = "the lead's signatory"
    PARTNER = "the signatory of a partner who confirmed"
    PARTNER_EDITOR = "the editor of a partner who confirmed"
    INVITED = "the signatory of a partner who is only invited"
    OBSERVER = "the signatory of an observer"
    DECLINED = "the signatory of a partner who declined"
    NEIGHBOUR = "the signatory of another kommune"
    HANDLER = "the officer who handles the case"
    FIRST = "the assessor who has finished"
    SECOND = "the assessor who has not finished"
    BYSTANDER = "an impartial officer of other cases"
    UNDECLARED = "an officer who has not declared"
    DOUBTER = "an officer in doubt"
    PARTIAL = "an officer who is partial"
    RULED_OUT = "an officer whom the leader has ruled inhabil"
    INSIDER = "an officer who belongs to a partner"
    MAKER = "a decision maker who has declared and leads the officers"
    NEW_MAKER = "a decision maker who has not declared"
    CONTROLLER = "a controller who has declared"
    NEW_CONTROLLER = "a controller who has not declared"
    RESEARCHER = "a researcher"
    ADMINISTRATOR = "an administrator"
    AUDITOR = "an auditor"


STRANGERS = frozenset({Viewer.STRANGER, Viewer.SIGNED_OUT, Viewer.GONE})
LEAD = frozenset({Viewer.LEAD_EDITOR, Viewer.LEAD_SIGNATORY})
CONFIRMED = frozenset({Viewer.PARTNER, Viewer.PARTNER_EDITOR, Viewer.INSIDER})
PARTNERS = CONFIRMED | {Viewer.OBSERVER}
"""Whose organisation is in every one of the applications, beside the lead."""
ASKED = PARTNERS | {Viewer.INVITED, Viewer.DECLINED}
"""Whose organisation the lead has asked to take part in the draft."""
APPLICANTS = LEAD | ASKED | {Viewer.NEIGHBOUR}
ASSESSORS = frozenset({Viewer.FIRST, Viewer.SECOND})
TEAM = ASSESSORS | {Viewer.HANDLER}
HINDERED_OFFICERS = frozenset(
    {Viewer.UNDECLARED, Viewer.DOUBTER, Viewer.PARTIAL, Viewer.RULED_OUT, Viewer.INSIDER}
)
OFFICERS = TEAM | HINDERED_OFFICERS | {Viewer.BYSTANDER}
MAKERS = frozenset({Viewer.MAKER, Viewer.NEW_MAKER})
CONTROLLERS = frozenset({Viewer.CONTROLLER, Viewer.NEW_CONTROLLER})
HINDERED = HINDERED_OFFICERS | {Viewer.NEW_MAKER, Viewer.NEW_CONTROLLER}
OFFICE = OFFICERS | MAKERS | CONTROLLERS | {Viewer.AUDITOR}
"""Whoever reads cases at all, hindered or not."""
ADMITTED = OFFICE - HINDERED
"""Whoever the gate lets into every one of the cases."""
EVERYBODY = frozenset(Viewer)
ADDRESS_MANAGERS = OFFICERS | {Viewer.ADMINISTRATOR}
RULERS = MAKERS | {Viewer.AUDITOR}
"""Who reads what is said of the officers' impartiality."""
TAKING_PART = OFFICE - {Viewer.AUDITOR}
"""Whoever may do something in a case, and so must declare."""
UNGATED = frozenset({Viewer.AUDITOR})
"""Whoever reads cases without taking part in them."""
ANSWERING = OFFICERS - {Viewer.INSIDER}
"""Whoever answers those who write an application: there is no case yet, and nothing to declare."""
INTERESTED = APPLICANTS
"""Whoever acts for an organisation that may plan and apply."""
FINDERS = (Viewer.HANDLER, Viewer.MAKER, Viewer.LEAD_SIGNATORY, Viewer.PARTNER)
"""Who looks for what is hidden wherever it may be told."""
SIBLINGS = (
    (Viewer.LEAD_EDITOR, Viewer.PARTNER_EDITOR),
    (Viewer.FIRST, Viewer.SECOND, Viewer.BYSTANDER),
    (Viewer.UNDECLARED, Viewer.DOUBTER, Viewer.PARTIAL, Viewer.RULED_OUT),
    (Viewer.MAKER, Viewer.NEW_MAKER),
    (Viewer.CONTROLLER, Viewer.NEW_CONTROLLER),
    (Viewer.INVITED, Viewer.OBSERVER, Viewer.DECLINED, Viewer.NEIGHBOUR),
)
"""Who are the same to every page that is about no case: they share those between them."""

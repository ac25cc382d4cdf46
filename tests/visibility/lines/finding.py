"""Kommuner that look for each other."""

from tests.visibility.listing import ALL, Line, back, lets, opens
from tests.visibility.viewers import CONFIRMED, EVERYBODY, INTERESTED, LEAD

MEMBERS = LEAD | CONFIRMED
OF_LEAD: Line = (lets(LEAD),)
OF_MEMBERS: Line = (lets(MEMBERS),)

LOOKED_AT: dict[str, Line] = {
    "finding.apply": OF_MEMBERS,
    "finding.change": OF_LEAD,
    "finding.form_group": (),
    "finding.group": OF_MEMBERS,
    "finding.index": (opens(INTERESTED), back(EVERYBODY)),
    "finding.numbers": ALL,
    "finding.plan": ALL,
    "finding.plans": ALL,
    "finding.public_plans": ALL,
    "finding.publish": ALL,
    "finding.suggestions": ALL,
    "finding.withdraw": OF_LEAD,
}
SENT: dict[str, Line] = {
    "finding.answer": OF_MEMBERS,
    "finding.invite": OF_MEMBERS,
}

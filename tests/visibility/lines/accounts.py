"""Persons, roles, ties and organisations."""

from tests.visibility.listing import ALL, Line, absent, opens
from tests.visibility.surroundings import AUTHORITY, HOUSE
from tests.visibility.viewers import EVERYBODY, TAKING_PART, Viewer

THE_HANDLER = frozenset({Viewer.HANDLER})
LOOKING_OVER = frozenset({Viewer.MAKER, Viewer.AUDITOR})
THE_DOUBTER = frozenset({Viewer.DOUBTER})
OF_A_CHIEF: Line = (opens(frozenset({Viewer.ADMINISTRATOR}), AUTHORITY),)
"""What is for administrators, and for leaders: but this one has none."""

LOOKED_AT: dict[str, Line] = {
    "accounts.addresses": ALL,
    "accounts.authorities": ALL,
    "accounts.authority_of": (opens(EVERYBODY, AUTHORITY),),
    "accounts.deactivate": ALL,
    "accounts.end_tie": (opens(THE_HANDLER),),
    "accounts.give_authority": OF_A_CHIEF,
    "accounts.keys": ALL,
    "accounts.leader": ALL,
    "accounts.municipalities": ALL,
    "accounts.municipality": ALL,
    "accounts.new_password": ALL,
    "accounts.operations": ALL,
    "accounts.organisations": ALL,
    "accounts.person": ALL,
    "accounts.persons": ALL,
    "accounts.profile": ALL,
    "accounts.register_person": ALL,
    "accounts.sign_in": ALL,
    "accounts.take_back_authority": OF_A_CHIEF,
    "accounts.ties": (opens(TAKING_PART),),
    "accounts.ties_of_person": (
        absent(frozenset({Viewer.MAKER}), AUTHORITY), opens(LOOKING_OVER),
        opens(THE_HANDLER, HOUSE), opens(THE_DOUBTER, "submitted"),
    ),
}  # fmt: skip
SENT: dict[str, Line] = {
    "accounts.choose_notices": ALL,
    "accounts.end_role": ALL,
    "accounts.let_go": (),
    "accounts.revoke": ALL,
    "accounts.sign_out": ALL,
    "accounts.use_address": ALL,
}

"""Why an interest was not registered or taken back, and what that is called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from foundation import words


class InterestRefusal(StrEnum):
    """One word for each reason."""

    NOT_OWN_ORGANISATION = "not_own_organisation"
    ALREADY_REGISTERED = "already_registered"
    NO_LONGER_WAITS = "no_longer_waits"


words.register(
    {
        InterestRefusal.NOT_OWN_ORGANISATION: _l(
            "Bare de som handler for organisasjonen, kan melde interesse for den."
        ),
        InterestRefusal.ALREADY_REGISTERED: _l(
            "%(name)s har allerede meldt interesse for dette tiltaket."
        ),
        InterestRefusal.NO_LONGER_WAITS: _l("Interessen er allerede trukket eller varslet."),
    }
)

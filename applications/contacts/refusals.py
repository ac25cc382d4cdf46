"""Why a contact was not named, and what that is called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from foundation import words


class ContactRefusal(StrEnum):
    """One word for each reason."""

    STILL_A_DRAFT = "still_a_draft"
    NAME_MISSING = "name_missing"


words.register(
    {
        ContactRefusal.STILL_A_DRAFT: _l(
            "Så lenge søknaden er et utkast, endrer dere kontaktpersonen under grunnopplysninger."
        ),
        ContactRefusal.NAME_MISSING: _l("Skriv navnet til kontaktpersonen."),
    }
)

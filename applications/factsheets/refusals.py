"""Why a fact sheet was not confirmed, and what that is called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from foundation import words


class SheetRefusal(StrEnum):
    """One word for each reason."""

    NOT_OWN_ORGANISATION = "not_own_organisation"
    SYSTEM_NAMELESS = "system_nameless"


words.register(
    {
        SheetRefusal.NOT_OWN_ORGANISATION: _l(
            "Bare de som handler for organisasjonen, kan bekrefte faktaarket."
        ),
        SheetRefusal.SYSTEM_NAMELESS: _l("Skriv hva systemet heter, eller fjern hva det brukes til."),
    }
)

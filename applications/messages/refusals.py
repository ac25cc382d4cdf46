"""Why a message was not sent, and what that is called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from foundation import words


class MessageRefusal(StrEnum):
    """One word for each reason."""

    EMPTY_MESSAGE = "empty_message"
    OWN_ORGANISATION = "own_organisation"


words.register(
    {
        MessageRefusal.EMPTY_MESSAGE: _l("Skriv en melding."),
        MessageRefusal.OWN_ORGANISATION: _l(
            "Du hører til en av organisasjonene i søknaden, og kan ikke svare for direktoratet."
        ),
    }
)

"""What the dates of the calendar are called."""

from flask_babel import lazy_gettext as _l

from decisions.agenda.dates import DateKind
from foundation import words

words.register(
    {
        DateKind.INTERIM_REPLY: _l("Svar eller foreløpig svar"),
        DateKind.ANSWER_EXPECTED: _l("Svar er ventet"),
        DateKind.DEFICIENCY: _l("Frist for å sende opplysninger"),
        DateKind.ACCEPTANCE: _l("Frist for å akseptere"),
        DateKind.COMPLAINT: _l("Klagefrist"),
        DateKind.COMPLAINT_REPLY: _l("Svar eller foreløpig svar på klage"),
        DateKind.COMMENT: _l("Frist for å uttale seg i klagesaken"),
        DateKind.START: _l("Prosjektet starter"),
    }
)

"""What the refusals and choices around questions are called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from criteria.asking import ConditionFault, Test
from foundation import words
from grants.tablecolumns import CellKind


class QuestionRefusal(StrEnum):
    """Why a question could not be put into a call or into the catalogue."""

    CODE_IN_CATALOGUE = "code_in_catalogue"
    NOT_IN_CATALOGUE = "not_in_catalogue"
    NOTHING_NEW = "nothing_new"


class Change(StrEnum):
    """What an administrator says that a changed question is."""

    WORDING = "wording"
    MEANING = "meaning"


words.register(
    {
        QuestionRefusal.CODE_IN_CATALOGUE: _l(
            "Koden %(code)s finnes allerede i spørsmålskatalogen. Hent spørsmålet derfra, eller gi det "
            "nye spørsmålet en kode som ingen har brukt."
        ),
        QuestionRefusal.NOT_IN_CATALOGUE: _l("Spørsmålskatalogen har ikke %(code)s."),
        QuestionRefusal.NOTHING_NEW: _l("Ordlyden er den samme som i versjon %(version)s."),
        Change.WORDING: _l("Ny ordlyd: Vi spør om det samme, med andre ord"),
        Change.MEANING: _l("Ny betydning: Vi spør om noe annet"),
        ConditionFault.NOT_EARLIER: _l(
            "%(code)s vises bare ved et bestemt svar på %(on)s, og må da stå etter det i skjemaet."
        ),
        ConditionFault.NOT_TESTABLE: _l(
            "%(code)s vises bare ved et bestemt svar på %(on)s, men det spørsmålet kan ikke gi et slikt svar."
        ),
        ConditionFault.VALUE_NOT_OFFERED: _l(
            "%(code)s vises bare ved et bestemt svar på %(on)s, men det svaret finnes ikke lenger."
        ),
        ConditionFault.VALUE_MISSING: _l("Velg svaret på %(on)s som skal vise %(code)s."),
        Test.ANY_OF: _l("er minst ett av disse"),
        Test.NONE_OF: _l("er ingen av disse"),
        Test.AT_LEAST: _l("er minst"),
        Test.AT_MOST: _l("er høyst"),
        CellKind.TEXT: _l("Tekst"),
        CellKind.NUMBER: _l("Tall"),
        CellKind.MONEY: _l("Beløp"),
        CellKind.CHOICE: _l("Ett valg"),
    }
)

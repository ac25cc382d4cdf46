"""What is said of why a control was run, why a third reads, and how a case is read again.

Each enum is registered by itself: two words with the same value would be one in a common table.
"""

from flask_babel import lazy_gettext as _l

from assessments.models import ExaminedBecause
from assessments.services import Return
from criteria.reading import ThirdBecause
from foundation import words

words.register(
    {
        ExaminedBecause.HANDED_IN: _l("fordi søknaden kom inn"),
        ExaminedBecause.ASKED_FOR: _l("fordi saksbehandleren ba om det"),
        ExaminedBecause.SUPPLEMENTED: _l("fordi søkeren har svart"),
    }
)
words.register(
    {
        ThirdBecause.MARKS_DIFFER: _l(
            "Karakterene for minst ett kriterium er lenger fra hverandre enn utlysningen tillater."
        ),
        ThirdBecause.TOTALS_DIFFER: _l(
            "Poengsummene er lenger fra hverandre enn utlysningen tillater."
        ),
        ThirdBecause.NEAR_THRESHOLD: _l("Poengene er nær terskelen i utlysningen."),
        ThirdBecause.NEAR_LINE: _l("Poengene er nær der rammen tok slutt i innstillingen."),
        ThirdBecause.ASKED_FOR: _l("Den som avgjør saken, har bedt om det."),
    }
)
words.register(
    {
        Return.THIRD: _l("En tredje leser søknaden. Karakterene fra de to første står."),
        Return.ANEW: _l("Alle som vurderer saken, setter karakterer på nytt."),
    }
)

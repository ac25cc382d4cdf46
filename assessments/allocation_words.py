"""What the rules for ranking and sharing out are called, and the sentences that explain what they did."""

from flask_babel import lazy_gettext as _l

from criteria.allocation import Aim, Cutter, Selection, Worsening
from criteria.ranking import TieRule, Trait
from foundation import words

words.register(
    {
        TieRule.FEWER_INHABITANTS: _l("Færrest innbyggere først"),
        TieRule.MORE_INHABITANTS: _l("Flest innbyggere først"),
        TieRule.EARLIER_SUBMITTED: _l("Først levert, først"),
        TieRule.LOWER_ASKED: _l("Lavest søknadsbeløp først"),
        TieRule.HIGHER_ON_MAIN_CRITERION: _l("Flest poeng på hovedkriteriet først"),
        TieRule.LOT: _l("Loddtrekning som kan gjøres om igjen av alle"),
        TieRule.LOWER_NUMBER: _l("Laveste nummer først"),
    }
)
words.register(
    {
        Trait.LEAD: _l("Hovedsøker"),
        Trait.COUNTY: _l("Fylke"),
        Trait.SIZE_CLASS: _l("Størrelse"),
        Trait.MEASURE: _l("Tiltak"),
        Selection.DOWN_THE_LIST: _l("Ned listen til rammen er brukt"),
        Selection.OPTIMUM: _l("Den fordelingen som gir mest til sammen"),
        Aim.POINTS_FOR_MONEY: _l("Hver krone teller med poengene til saken den går til"),
        Aim.MOST_POINTS: _l("Hver sak teller med poengene sine"),
    }
)
words.register(
    {
        Cutter.TRIM: _l("Ikke godkjent i budsjettet"),
        Cutter.RATE: _l("Satsen for startåret"),
        Cutter.SHARE: _l("Høyeste andel av søkt beløp"),
        Cutter.CAP: _l("Høyeste tilskudd"),
        Cutter.ROUNDING: _l("Avrunding ned"),
        Cutter.EQUAL: _l("Samme andel til alle"),
        Cutter.GROUP: _l("Det som var igjen til gruppen"),
        Cutter.FRAME: _l("Det som var igjen av rammen"),
    }
)
words.register(
    {
        Worsening.PASSES_OVER: _l(
            "Med større ramme kan noen få mindre: En stor sak som det blir rom for, kan ta plassen til en "
            "mindre sak lenger ned."
        ),
        Worsening.SHARES_WITH_MORE: _l(
            "Med større ramme kan noen få mindre: Når flere når det minste tilskuddet, blir det flere å "
            "dele med."
        ),
        Worsening.CHOOSES_ANEW: _l(
            "Med større ramme kan noen få mindre: Den beste fordelingen av en annen ramme kan være en helt "
            "annen."
        ),
    }
)

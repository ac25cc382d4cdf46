"""What the rules for ranking and sharing out are called, and the sentences that explain what they did."""

from flask_babel import lazy_gettext as _l

from criteria.allocation import Cutter, Selection, Worsening
from criteria.allocation.difference import Why
from criteria.allocation.reserve import Kind, Order
from criteria.whatif import Turn
from foundation import words

words.register(
    {
        Selection.DOWN_THE_LIST: _l("Nedover listen til rammen er brukt"),
        Selection.OPTIMUM: _l("Den fordelingen som gir mest til sammen"),
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
words.register(
    {
        Why.FLOOR: _l("%(group)s når ikke det minste utlysningen krever, uten denne saken."),
        Why.CEILING: _l("Andre saker i %(group)s tar det gruppen kan få."),
        Why.GIVES_MORE: _l(
            "Sammen med de andre som er med, gir denne saken mer for rammen. "
            "Den gir %(points)s poeng per million."
        ),
        Why.GIVES_LESS: _l(
            "De sakene som er med i stedet, gir mer for rammen til sammen. "
            "Denne gir %(points)s poeng per million."
        ),
        Why.REST: _l("Saken får mer eller mindre av det som er igjen av rammen."),
    }
)
words.register(
    {
        Kind.NEW: _l("Ny"),
        Kind.INCREASE: _l("Økning"),
        Order.BY_PLACE: _l("Etter plassen på listen"),
        Order.NEW_FIRST: _l("Først de som ikke har fått noe"),
        Order.INCREASE_FIRST: _l("Først de som har fått mindre enn de kunne få"),
    }
)
words.register(
    {
        Turn.IN: _l("Kommer inn"),
        Turn.OUT: _l("Faller ut"),
        Turn.MORE: _l("Får mer"),
        Turn.LESS: _l("Får mindre"),
    }
)

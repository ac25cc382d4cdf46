"""What keeps a case from being passed on."""

from flask_babel import lazy_gettext as _l

from criteria.succeeding import SuccessionRefusal
from foundation import words

words.register(
    {
        SuccessionRefusal.NOT_ENDED: _l("Kommunen har ikke opphørt."),
        SuccessionRefusal.NOT_A_SUCCESSOR: _l(
            "Saken kan bare føres over til kommuner som har tatt over etter den som har opphørt."
        ),
        SuccessionRefusal.NO_SHARE: _l("Den som fører saken videre, må ha en del av pengene."),
        SuccessionRefusal.SHARES_NOT_WHOLE: _l("Delene må til sammen være 100 prosent."),
        SuccessionRefusal.IN_A_BATCH: _l(
            "Noe av beløpet er i en utbetalingsbunke. Trekk bunken tilbake først, "
            "eller vent til den er betalt."
        ),
        SuccessionRefusal.OVER: _l("Saken er avsluttet."),
    }
)

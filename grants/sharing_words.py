"""What the choices are called that decide who comes first, and how a frame is spread."""

from flask_babel import lazy_gettext as _l

from criteria.allocation import Aim
from criteria.ranking import TieRule, Trait
from criteria.sizes import SizeClass
from foundation import words

words.register(
    {
        TieRule.FEWER_INHABITANTS: _l("Færrest innbyggere først"),
        TieRule.MORE_INHABITANTS: _l("Flest innbyggere først"),
        TieRule.EARLIER_SUBMITTED: _l("Først levert, først"),
        TieRule.LOWER_ASKED: _l("Lavest søknadsbeløp først"),
        TieRule.HIGHER_ON_MAIN_CRITERION: _l("Flest poeng på hovedkriteriet først"),
        TieRule.LOT: _l("Loddtrekning som alle kan gjøre om igjen"),
        TieRule.LOWER_NUMBER: _l("Laveste nummer først"),
    }
)
words.register(
    {
        Trait.LEAD: _l("Hovedsøker"),
        Trait.COUNTY: _l("Fylke"),
        Trait.SIZE_CLASS: _l("Størrelse"),
        Trait.MEASURE: _l("Tiltak"),
        SizeClass.UNDER_5000: _l("Kommuner med under 5 000 innbyggere"),
        SizeClass.TO_20000: _l("Kommuner med 5 000 til 20 000 innbyggere"),
        SizeClass.ABOVE_20000: _l("Kommuner med over 20 000 innbyggere"),
        Aim.POINTS_FOR_MONEY: _l("Hver krone teller med poengene til saken den går til"),
        Aim.MOST_POINTS: _l("Hver sak teller med poengene sine"),
    }
)

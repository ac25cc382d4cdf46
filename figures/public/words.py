"""What awards are added up by, in words."""

from flask_babel import lazy_gettext as _l

from figures.public.awards import Grouping
from foundation import words

words.register(
    {
        Grouping.CALL: _l("Utlysning"),
        Grouping.YEAR: _l("År"),
        Grouping.COUNTY: _l("Fylke"),
        Grouping.LEAD: _l("Hovedsøker"),
    }
)

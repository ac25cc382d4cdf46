"""How a cost is said to stand to what others have had."""

from flask_babel import lazy_gettext as _l

from criteria.yardsticks import Likely
from foundation import words

words.register(
    {
        Likely.BELOW: _l("Lavere enn hos andre"),
        Likely.WITHIN: _l("Som hos andre"),
        Likely.ABOVE: _l("Høyere enn hos andre"),
    }
)

"""What the calls that are open in a demonstration ask for beyond their sheets."""

from criteria.eligibility import Enough
from foundation.language import Bilingual
from grants.models import RuleKey
from grants.services import RuleSetting

THIRD_READING: dict[RuleKey, RuleSetting] = {
    RuleKey.MARK_GAP: RuleSetting(
        "1",
        Bilingual(
            "Forvalteren har valgt at en tredje leser når to er mer enn ett trinn fra hverandre.",
            "Forvaltaren har valt at ein tredje les når to er meir enn eitt steg frå kvarandre.",
        ),
        chosen_by_administrator=True,
    ),
    RuleKey.NEAR_LINE: RuleSetting(
        "2",
        Bilingual(
            "Forvalteren har valgt avstanden.",
            "Forvaltaren har valt avstanden.",
        ),
        chosen_by_administrator=True,
    ),
}
"""What a call allows of two readings, in the round whose cases are being read."""

OPEN_LIMITS: dict[RuleKey, RuleSetting] = {
    RuleKey.MIN_POPULATION: RuleSetting(
        "15000",
        Bilingual(
            "Noen få store kommuner kan gjøre like stor nytte som mange små. Forvalteren har valgt tallet.",
            "Nokre få store kommunar kan gjere like stor nytte som mange små. Forvaltaren har valt talet.",
        ),
        chosen_by_administrator=True,
    ),
    RuleKey.ENOUGH: RuleSetting(
        Enough.EITHER,
        Bilingual(
            "Forvalteren har valgt at det er nok å være mange kommuner eller å ha mange innbyggere.",
            "Forvaltaren har valt at det er nok å vere mange kommunar eller å ha mange innbyggjarar.",
        ),
        chosen_by_administrator=True,
    ),
    RuleKey.MAX_MONTHS: RuleSetting(
        "24",
        Bilingual(
            "Erfaringene skal komme andre til nytte i tide. Forvalteren har valgt lengden.",
            "Erfaringane skal kome andre til nytte i tide. Forvaltaren har valt lengda.",
        ),
        chosen_by_administrator=True,
    ),
}

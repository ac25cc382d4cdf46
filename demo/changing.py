"""A published call that is changed while applications come in, and next year's, begun as a copy of it."""

from datetime import datetime

from applications.rounds.services import publish_edition
from demo.applying import Stage
from demo.hearing import hear
from foundation.language import Bilingual
from foundation.money import Ore
from grants import queries, services
from grants.models import RuleKey
from grants.services import CallTerms, RuleSetting
from grants.succession import successor_of

LONGEST_PROJECT = 48
WHY = Bilingual(
    "Flere har spurt hvor lenge et prosjekt kan vare. Nå står det i reglene. (Demodata)",
    "Fleire har spurt kor lenge eit prosjekt kan vare. No står det i reglane. (Demodata)",
)
NOTE = Bilingual(
    "Forvalteren har satt en grense for hvor lenge et prosjekt kan vare. (Demodata)",
    "Forvaltaren har sett ei grense for kor lenge eit prosjekt kan vare. (Demodata)",
)


def change(stage: Stage, *, at: datetime) -> None:
    """Publish a new edition of an open call, and leave a draft of next year's."""
    by = stage.cast.administrator
    draft = queries.call(services.begin_edition(stage.call, by=by, at=at).id)
    rule = next(one for one in draft.rules if one.key is RuleKey.MAX_MONTHS)
    setting = RuleSetting(str(LONGEST_PROJECT), NOTE, chosen_by_administrator=True)
    services.change_rule(draft, rule, setting, by=by, at=at)
    publish_edition(queries.call(draft.id), reason=WHY, by=by, at=at)
    origin = queries.call(draft.id)
    later = successor_of(origin, origin.scheme.last_year)
    terms = CallTerms(
        code=later.code, title=later.title, opens_on=later.opens_on, closes_on=later.closes_on,
        frame=Ore(later.frame), first_year=later.first_year, last_year=later.last_year,
    )  # fmt: skip
    copied = services.copy_call(origin, terms, by=by, at=at)
    hear(queries.call(copied.id), stage.cast, at=at)

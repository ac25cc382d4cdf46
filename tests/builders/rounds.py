"""New editions of a published call, made by the acts themselves."""

from accounts.models import Person
from applications.rounds.services import publish_edition
from foundation import clock
from foundation.language import Bilingual
from grants import queries, services
from grants.models import Call, RuleKey

BECAUSE = Bilingual("Fordi det trengs.", "Fordi det trengst.")


def a_change(call: Call, by: Person, value: str = "60") -> Call:
    """Begin an edition that sets how long a project may last."""
    draft = queries.call(services.begin_edition(call, by=by, at=clock.now()).id)
    rule = next(one for one in draft.rules if one.key is RuleKey.MAX_MONTHS)
    setting = services.RuleSetting(value, rule.note, chosen_by_administrator=False)
    services.change_rule(draft, rule, setting, by=by, at=clock.now())
    return queries.call(draft.id)


def a_published_change(call: Call, by: Person, value: str = "60") -> Call:
    """Publish such an edition."""
    draft = a_change(call, by, value)
    publish_edition(draft, reason=BECAUSE, by=by, at=clock.now())
    return queries.call(draft.id)

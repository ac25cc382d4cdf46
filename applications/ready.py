"""Whether a draft is ready: it lacks nothing, and no rule of its call stands in its way.

That is found out at the end of every act that changes a draft, while its rows are at hand, and kept with
the fingerprint of what was found ready. On the last day, when everybody hands in at once, there is little
left to do: what is asked then is only what others may have changed since.
"""

from sqlalchemy.orm.attributes import flag_modified

from applications import facts
from applications.models import Application
from applications.queries.parts import read_again
from applications.record import fingerprint_of
from criteria import completeness, eligibility
from criteria.eligibility import Rule
from criteria.steps import Step
from foundation.database import db
from grants.rules import rules_of

ASKED_AT_THE_END = frozenset({Rule.WITHIN_DEADLINE, Rule.ONE_PER_LEAD})
"""What may change while nobody touches the draft: the time, and what else its lead has handed in."""


def settle(application: Application) -> None:
    """Keep whether a held draft is ready, as the act that is about to end leaves it.

    A case gets a new version instead, whatever the act wrote of it: whoever has kept it reads it again.
    """
    if application.step is not Step.DRAFT:
        flag_modified(application, "title")  # any column: what matters is that its version is raised
        return
    db.session.flush()
    read_again(application)
    ready = lacks_nothing(application)
    application.ready_fingerprint = fingerprint_of(application) if ready else None
    application.ready_call_version = application.call.version if ready else None


def lacks_nothing(application: Application) -> bool:
    """Tell whether a draft is complete and within its call's rules, whatever the time is."""
    if completeness.missing(facts.draft_facts(application)):
        return False
    findings = eligibility.examine(facts.own_facts(application), rules_of(application.call))
    return {one.rule for one in eligibility.hindrances(findings)} <= ASKED_AT_THE_END

"""How a route is listed: who gets in, where, and what the others meet.

A line is a tuple of rules; the first that fits a viewer in a place holds. What no line needs to say: a
stranger, and whose session has ended, is asked to sign in; whose roles do not carry the page's
permission is refused; for everybody else who is not named, the page does not exist.

The same line holds for what is sent to the page as for looking at it, unless the route has another
line in `SENT`. Whoever gets in may send: what then comes of it is the act's own business and has its own
tests. Whoever does not is refused in the same way, and nothing at all is written.
"""

from dataclasses import dataclass

from tests.visibility.addresses import WRITTEN
from tests.visibility.looking import Outcome
from tests.visibility.viewers import ADMITTED, EVERYBODY, HINDERED, UNGATED, Viewer

EVERYWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """What some viewers meet at some places; at no place in particular is at all of them."""

    outcome: Outcome
    who: frozenset[Viewer]
    places: frozenset[str]

    def fits(self, viewer: Viewer, place: str) -> bool:
        """Tell whether the rule speaks of a viewer in a place."""
        return viewer in self.who and (not self.places or place in self.places)


Line = tuple[Rule, ...]


def opens(who: frozenset[Viewer], *places: str) -> Rule:
    """Let some in."""
    return Rule(Outcome.IN, who, frozenset(places))


def lets(who: frozenset[Viewer], *places: str) -> Rule:
    """Let some in, be it to the page or on to where it leads now."""
    return Rule(Outcome.LET, who, frozenset(places))


def back(who: frozenset[Viewer], *places: str) -> Rule:
    """Send some on to another page, which says how things are."""
    return Rule(Outcome.BACK, who, frozenset(places))


def told(who: frozenset[Viewer], *places: str) -> Rule:
    """Tell some why it cannot be done now."""
    return Rule(Outcome.TOLD, who, frozenset(places))


def declares(who: frozenset[Viewer], *places: str) -> Rule:
    """Ask some to declare before they come further."""
    return Rule(Outcome.DECLARE, who, frozenset(places))


def absent(who: frozenset[Viewer], *places: str) -> Rule:
    """Let the page not exist for some."""
    return Rule(Outcome.ABSENT, who, frozenset(places))


def refused(who: frozenset[Viewer], *places: str) -> Rule:
    """Refuse some, who may know that it is there."""
    return Rule(Outcome.FORBIDDEN, who, frozenset(places))


def asks(who: frozenset[Viewer], *places: str) -> Rule:
    """Ask some who they are."""
    return Rule(Outcome.SIGN_IN, who, frozenset(places))


ALL: Line = (lets(EVERYBODY),)
OF_A_CALL: Line = (absent(EVERYBODY, WRITTEN), lets(EVERYBODY))
"""A page about a call's cases: one that nobody can have applied in yet has none."""
GATED: Line = (
    absent(UNGATED, "draft"), declares(ADMITTED | HINDERED, "draft"),
    opens(ADMITTED), declares(HINDERED),
)  # fmt: skip
"""A page behind the gate: who is hindered, in whatever is no case too, is asked to declare first."""
COVER: Line = (absent(ADMITTED | HINDERED, "draft"), opens(ADMITTED | HINDERED))
"""A page that shows no more than a case's cover."""

"""A decided round as it is played: who does what to which case, and what the ledger must hold of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from foundation import clock, outbox
from foundation.database import db
from tests.journeys.browsing import Visits
from tests.journeys.parties import Ruled
from tests.journeys.people import Somebody
from tests.journeys.posted import OFFICE, Postbox
from tests.journeys.sums import ore

PUBLISHED = "2026-05-20"
COMMITTED = """SELECT coalesce(sum(amount), 0) FROM entry
    WHERE booked_as IN ('commitment', 'commitment_lapse')"""
OF_A_CASE = f"{COMMITTED} AND application_id = :case"
PLANNED = "SELECT coalesce(sum(amount), 0) FROM instalment"


@dataclass
class Play:
    """The round as it is played: who does what to which case."""

    visits: Visits
    folder: Path
    call: int
    frame: int
    officer: Somebody
    maker: Somebody
    cases: list[Ruled]
    post: Postbox

    @property
    def awards(self) -> list[Ruled]:
        """The cases that were granted something, in the order of their places."""
        return [one for one in self.cases if one.is_award]

    @property
    def declined(self) -> Ruled:
        """The award that its lead declines."""
        return self.awards[1]

    @property
    def lapsed(self) -> Ruled:
        """The award that its lead does not answer."""
        return self.awards[2]

    @property
    def reversed(self) -> Ruled:
        """The award that is complained of, and reversed wholly."""
        return self.awards[3]

    @property
    def upheld(self) -> Ruled:
        """The last refusal to somebody who is written to in nynorsk: it is upheld above."""
        return self._last_refused("nn")

    @property
    def late(self) -> Ruled:
        """The last refusal to somebody who is written to in bokmål: it is complained of too late."""
        return self._last_refused("nb")

    def _last_refused(self, language: str) -> Ruled:
        return [one for one in self.cases if not one.is_award and one.lead.language == language][-1]

    def left(self, *back: Ruled) -> int:
        """Give what is left of the frame when some awards are given back."""
        return self.frame - sum(one.amount for one in self.cases) + sum(one.amount for one in back)

    def to_officer(self, one: Ruled) -> tuple[str, str]:
        """Give the mail that tells the officer of a complaint."""
        return self.officer.email, OFFICE.format(number=one.number)

    def outbox_is_still(self) -> None:
        """Let the worker come by, and see that it had nothing more to tell anybody."""
        outbox.work_until_empty(clock.now())
        self.post.holds(())
        db.session.commit()

    def adds_up(
        self, now: Sequence[Ruled], given_back: Sequence[Ruled], unanswered: Sequence[Ruled] = ()
    ) -> None:
        """Hold the ledger against the decisions in force and the plan of payments."""
        gone = {one.id for one in given_back}
        standing = [one for one in now if one.id not in gone]
        assert ore(COMMITTED) == sum(one.amount for one in standing)
        for one in standing:
            assert ore(OF_A_CASE, case=one.id) == one.amount
        answered = {one.id for one in self.awards} - {one.id for one in unanswered}
        assert ore(PLANNED) == sum(one.amount for one in standing if one.id in answered)

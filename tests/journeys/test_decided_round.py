"""A round of 179 decisions, from the drafts to the last complaint, in the browser, on paper and by mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from figures.checks import violations
from foundation import clock, outbox
from foundation.database import db
from foundation.money import Ore
from tests.journeys import announcing, answering, complaining, paperwork, posted, supplementing
from tests.journeys.browsing import Visits, at, lacking
from tests.journeys.paperwork import kr
from tests.journeys.parties import Ruled, ruled
from tests.journeys.people import Somebody
from tests.journeys.posted import Postbox
from tests.journeys.proposed import FRAME, a_proposed_round
from tests.journeys.sums import ore

PUBLISHED = "2026-05-20"
DATED = "20. mai 2026"
EXTRA = "1 000 000"
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


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_round_is_decided_announced_answered_and_complained_of(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    play = _sign(Visits(browser, live_server), tmp_path)
    _announce(play)
    _answer(play)
    _complain_in_time(play)
    _settle_the_late(play)
    _share_out_more(play)
    _add_up(play)


def _sign(visits: Visits, folder: Path) -> Play:
    """Draft, try and sign all decisions, make their letters and set the time."""
    made = a_proposed_round()
    officer, maker = (Somebody(one.name, one.email) for one in (made.officers[0], made.maker))
    number = len(made.cases)
    with at("2026-05-13"):
        announcing.draft(visits, officer, made.call, number)
        announcing.try_the_letters(visits, officer, made.call)
    with at("2026-05-18"):
        announcing.sign(visits, maker, made.call, number, PUBLISHED)
        announcing.make_the_letters(visits, maker, made.call)
        announcing.set_the_time(visits, maker, made.call, "09:00")
        cases = ruled(made.call)
    assert len(cases) == number
    return Play(visits, folder, made.call, officer, maker, cases, Postbox())


def _announce(play: Play) -> None:
    """Let nobody see anything a second too early, and everybody everything when the time comes."""
    announcing.publish_at(PUBLISHED, "08:59:59")
    with at(PUBLISHED, "08:59:59"):
        announcing.sees_nothing(play.visits, play.awards[0].lead.signs, play.awards[0])
        play.post.holds(())
    announcing.publish_at(PUBLISHED, "09:00:00")
    play.post.holds(posted.letters_await(play.cases))
    assert ore(COMMITTED) == sum(one.amount for one in play.cases)
    with at(PUBLISHED, "09:10:00"):
        announcing.is_published(play.visits, play.maker, play.call, play.cases)
    paperwork.read_all(play.cases, play.folder, DATED, play.maker.name)


def _answer(play: Play) -> None:
    """Let one accept by hand, most at once, one decline, and one say nothing."""
    first, declined, lapsed = play.awards[0], play.declined, play.lapsed
    with at("2026-05-21"):
        answering.open_and_accept(play.visits, first)
        answering.is_opened(play.visits, play.officer, first, "21. mai 2026 kl. 10:00")
        answering.accept([one for one in play.awards if one not in (first, declined, lapsed)])
    with at("2026-05-22"):
        answering.decline(play.visits, declined)
        answering.is_back(play.visits, play.maker, play.call, _left(play, declined))
    outbox_is_still(play)


def _complain_in_time(play: Play) -> None:
    """Let two complain in time: one is reversed wholly, the other goes to the appeal body."""
    changed, upheld, before = play.reversed, play.upheld, ore(OF_A_CASE, case=play.reversed.id)
    with at("2026-05-26"):
        for one in (changed, upheld):
            complaining.complain(play.visits, one, "10. juni 2026")
            play.post.holds((posted.received(one), _to_officer(play, one)))
    with at("2026-06-02"):
        complaining.reverse(play.visits, play.officer, changed)
        complaining.sign_reversal(play.visits, play.maker, changed)
        announcing.publish_now(play.visits, play.maker, play.call, 1)
        play.post.holds(posted.letters_await([changed]))
        assert before == changed.amount
        assert ore(OF_A_CASE, case=changed.id) == changed.asked
        now = next(one for one in ruled(play.call) if one.id == changed.id)
        letter = paperwork.letter_of(now, play.folder)
        assert lacking(letter, kr(changed.asked), complaining.REVERSED, "2. juni 2026") == []
        complaining.uphold(play.visits, play.officer, upheld)
        complaining.confirm(play.visits, play.maker, upheld)
        play.post.holds(posted.letter_awaits(upheld))
    with at("2026-06-04"):
        complaining.comment(play.visits, upheld)
        play.post.holds([_to_officer(play, upheld)])
        complaining.send_on(play.visits, play.officer, upheld)
        play.post.holds([posted.goes_on(upheld)])


def _settle_the_late(play: Play) -> None:
    """Register what lapsed the day after the last day, and turn down who complains then."""
    with at("2026-06-11"):
        answering.lapse(play.visits, play.officer, play.lapsed)
        more = play.reversed.asked - play.reversed.amount
        back = _left(play, play.declined, play.lapsed) - more
        answering.is_back(play.visits, play.maker, play.call, back)
        complaining.complain(play.visits, play.late, "10. juni 2026", complaining.LATE)
        play.post.holds((posted.received(play.late), _to_officer(play, play.late)))
    with at("2026-06-15"):
        complaining.reject(play.visits, play.officer, play.late)
        complaining.confirm(play.visits, play.maker, play.late)
        play.post.holds(posted.letters_await([play.late]))
    with at("2026-06-29"):
        complaining.register_the_result(play.visits, play.officer, play.upheld, "2026-06-26")
        play.post.holds(posted.letters_await([play.upheld]))
        complaining.read_the_letters(play.upheld, play.late, play.folder)
        complaining.ended(
            play.visits,
            play.officer,
            {
                "Gjort om helt": play.reversed,
                "Stadfestet av klageinstansen": play.upheld,
                "Avvist": play.late,
            },
        )


def _share_out_more(play: Play) -> None:
    """Hold a supplementary round from the top of the reserve list."""
    with at("2026-07-01"):
        before = ruled(play.call)
        waiting = supplementing.read_the_list(play.visits, play.officer, play.call)
        supplementing.share_out(play.visits, play.officer, play.call, EXTRA)
        drafted = supplementing.raised(play.call, before)
        supplementing.sign(play.visits, play.maker, play.call, len(drafted), "2026-07-01")
        announcing.publish_now(play.visits, play.maker, play.call, len(drafted))
        play.post.holds(posted.letters_await([one for one, _ in drafted]))
        _is_from_the_top(waiting, drafted)
        for one, more in drafted:
            said = paperwork.letter_of(one, play.folder)
            assert lacking(said, kr(one.amount), one.number) == [], (one, more)


def _add_up(play: Play) -> None:
    """Hold the ledger against the decisions in force and the plan of payments, and ask for what is wrong."""
    given_back = {play.declined.id, play.lapsed.id}
    standing = [one for one in ruled(play.call) if one.id not in given_back]
    assert ore(COMMITTED) == sum(one.amount for one in standing)
    for one in standing:
        assert ore(OF_A_CASE, case=one.id) == one.amount
    answered = {one.id for one in play.awards} - given_back
    assert ore(PLANNED) == sum(one.amount for one in standing if one.id in answered)
    outbox_is_still(play)
    assert list(violations()) == []


def outbox_is_still(play: Play) -> None:
    """Let the worker come by, and see that it had nothing more to tell anybody."""
    outbox.work_until_empty(clock.now())
    play.post.holds(())
    db.session.commit()


def _is_from_the_top(
    waiting: Sequence[supplementing.Waiting], drafted: Sequence[tuple[Ruled, Ore]]
) -> None:
    """See that who got more stood before who did not, and that all of the extra frame is used."""
    got = {one.number for one, _ in drafted}
    assert [one.number for one in waiting[: len(got)]] == [
        one.number for one in waiting if one.number in got
    ]


def _left(play: Play, *back: Ruled) -> int:
    """Give what is left of the frame when some awards are given back."""
    return FRAME - sum(one.amount for one in play.cases) + sum(one.amount for one in back)


def _to_officer(play: Play, one: Ruled) -> tuple[str, str]:
    return play.officer.email, posted.OFFICE.format(number=one.number)

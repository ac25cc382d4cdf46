"""Three complaints with three ends and a supplementary round, after a round was published and answered."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from figures.checks import violations
from foundation.money import Ore
from tests.journeys import announcing, answering, complaining, paperwork, posted, supplementing
from tests.journeys.answered import an_answered_round
from tests.journeys.browsing import Visits, at, lacking
from tests.journeys.paperwork import kr
from tests.journeys.parties import Ruled, ruled
from tests.journeys.people import Somebody
from tests.journeys.playing import OF_A_CASE, Play
from tests.journeys.posted import Postbox
from tests.journeys.sums import ore

CASES = 36
EXTRA = "1 000 000"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_answered_round_is_complained_of_and_gets_more(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    play = _begin(Visits(browser, live_server), tmp_path)
    _complain_in_time(play)
    _settle_the_late(play)
    _share_out_more(play)
    assert list(violations()) == []


def _begin(visits: Visits, folder: Path) -> Play:
    made = an_answered_round(CASES)
    officer, maker = (Somebody(one.name, one.email) for one in (made.officers[0], made.maker))
    with at("2026-05-25"):
        cases = ruled(made.call)
    return Play(visits, folder, made.call, made.frame, officer, maker, cases, Postbox())


def _complain_in_time(play: Play) -> None:
    """Let two complain in time: one is reversed wholly, the other goes to the appeal body."""
    changed, upheld, before = play.reversed, play.upheld, ore(OF_A_CASE, case=play.reversed.id)
    with at("2026-05-26"):
        for one in (changed, upheld):
            complaining.complain(play.visits, one, "10. juni 2026")
            play.post.holds((posted.received(one), play.to_officer(one)))
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
        play.post.holds([play.to_officer(upheld)])
        complaining.send_on(play.visits, play.officer, upheld)
        play.post.holds([posted.goes_on(upheld)])


def _settle_the_late(play: Play) -> None:
    """Register what lapsed the day after the last day, and turn down who complains then."""
    with at("2026-06-11"):
        answering.lapse(play.visits, play.officer, play.lapsed)
        more = play.reversed.asked - play.reversed.amount
        back = play.left(play.declined, play.lapsed) - more
        answering.is_back(play.visits, play.maker, play.call, back)
        complaining.complain(play.visits, play.late, "10. juni 2026", complaining.LATE)
        play.post.holds((posted.received(play.late), play.to_officer(play.late)))
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
        play.outbox_is_still()
        play.adds_up(ruled(play.call), given_back=[play.declined, play.lapsed])


def _is_from_the_top(
    waiting: Sequence[supplementing.Waiting], drafted: Sequence[tuple[Ruled, Ore]]
) -> None:
    """See that who got more stood before who did not, and that all of the extra frame is used."""
    got = {one.number for one, _ in drafted}
    assert [one.number for one in waiting[: len(got)]] == [
        one.number for one in waiting if one.number in got
    ]

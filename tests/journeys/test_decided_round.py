"""A round of 179 decisions, from the drafts to the answers, in the browser, on paper and by mail."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from figures.checks import violations
from tests.journeys import announcing, answering, paperwork, posted
from tests.journeys.browsing import Visits, at
from tests.journeys.parties import ruled
from tests.journeys.people import Somebody
from tests.journeys.playing import COMMITTED, PUBLISHED, Play
from tests.journeys.posted import Postbox
from tests.journeys.proposed import a_proposed_round
from tests.journeys.sums import ore

DATED = "20. mai 2026"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_round_is_decided_announced_and_answered(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    play = _sign(Visits(browser, live_server), tmp_path)
    _announce(play)
    _answer(play)
    assert list(violations()) == []


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
    return Play(visits, folder, made.call, made.frame, officer, maker, cases, Postbox())


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
        answering.is_back(play.visits, play.maker, play.call, play.left(declined))
        play.outbox_is_still()
        play.adds_up(ruled(play.call), given_back=[declined], unanswered=[lapsed])

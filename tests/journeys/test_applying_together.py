"""Five organisations fill in one application from five browsers, hand it in, are asked and answer."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from foundation import clock, outbox
from tests.journeys import agreeing, closing, correcting, filling_in, notified
from tests.journeys.browsing import Visits, at
from tests.journeys.five import DECLINES, Five, Late, gather_five, open_a_call, whole_but_late
from tests.journeys.handing_in import Case

LAST_DAY, AFTER = "2026-04-15", "2026-04-16"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_five_apply_together_and_answer_when_asked(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    visits = Visits(browser, live_server)
    with at("2026-04-14"):
        five = gather_five()
        call = open_a_call()
        late = whole_but_late(call)
        with visits.of(five.writer) as writing:
            draft = filling_in.begin_and_invite(writing, call)

    case = _apply_on_the_last_day(visits, five, late, draft, tmp_path)

    with at("2026-04-20"):
        correcting.take_the_case(visits, five, case)
        correcting.ask_for_more(visits, five, case)
    with at("2026-04-22"):
        correcting.correct_and_answer(visits, five, case)
        correcting.ask(visits, five, case)
    with at("2026-04-23"):
        correcting.see_both_versions(visits, five, case)
        correcting.reply(visits, five, case)
    with at("2026-04-24"):
        correcting.read_the_reply(visits, five, case)
    notified.the_mails_are_right(five, case)


def _apply_on_the_last_day(visits: Visits, five: Five, late: Late, draft: str, desk: Path) -> Case:
    """Keep a browser open at each of the five, and two more at the lead, until it is over."""
    with ExitStack() as browsers:
        let_in = browsers.enter_context
        with at(LAST_DAY, "21:00:00"):
            writing = let_in(visits.of(five.writer))
            filling_in.fill_in(writing, draft, desk)
            filling_in.remind(writing, draft)
        with at(LAST_DAY, "22:00:00"):
            phone = let_in(visits.of(five.on_phone, phone=True))
            declining = let_in(visits.of(five.decliner))
            proposing = let_in(visits.of(five.proposer))
            changing = let_in(visits.by_keys(five.changer))
            colleague = let_in(visits.of(five.colleague))
            filling_in.write_at_the_same_time(writing, colleague, draft)
            agreeing.confirm_on_a_phone(phone)
            agreeing.decline(declining)
            agreeing.is_told_no(writing, draft)
            filling_in.take_out(writing, draft, DECLINES)
            agreeing.is_out(declining, draft)
            agreeing.propose_other_figures(proposing)
            agreeing.accept_the_figures(writing, draft)
            agreeing.confirm(proposing)
            agreeing.confirm_by_keys(changing, five.changer)
        with at(LAST_DAY, "22:30:00"):
            agreeing.change_a_figure_by_keys(changing)
            agreeing.has_fallen(writing, draft)
        with at(LAST_DAY, "22:45:00"):
            outbox.work_until_empty(clock.now())
            agreeing.confirm_again_by_keys(changing)
        with at(LAST_DAY, "23:59:30"):
            signing = let_in(visits.of(five.signatory))
            waiting = let_in(visits.of(late.signatory))
            closing.get_ready(signing, draft)
            closing.get_ready(waiting, f"/soknader/{late.application_id}")
        with at(LAST_DAY, closing.IN_TIME):
            case = closing.hand_in(signing, five.signatory)
        with at(AFTER, closing.TOO_LATE):
            closing.is_refused(waiting)
    return case

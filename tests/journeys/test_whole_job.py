"""The whole job once: from a call to letters, payment and statistics, by each who does a part of it."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.journeys import (
    applying,
    calling,
    controlling,
    counting,
    deciding,
    handing_in,
    hearing,
    marking,
    paying,
    proposing,
    reporting,
)
from tests.journeys.browsing import Visits, at
from tests.journeys.people import Somebody, gather, the_others


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_call_ends_in_letters_money_and_figures(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    visits = Visits(browser, live_server)

    with at("2026-03-02"):
        cast = gather()
        call = calling.publish_a_call(visits, cast)

    with at("2026-03-10"):
        draft = applying.write_the_application(visits, cast, call, tmp_path)
    with at("2026-03-12"):
        applying.confirm(visits, cast.partners)

    with at("2026-04-14"):
        together = the_others(call)
        others_signatory = Somebody(together.signatory.name, together.signatory.email)
        other = handing_in.hand_in_another(together)
    with at("2026-04-15", "23:59:59"):
        case = handing_in.hand_in(visits, cast, draft)

    controlling.control_both(visits, cast, case, other)
    with at("2026-04-29"):
        marking.mark_both(visits, cast, case, other)
    with at("2026-05-11"):
        proposing.propose_and_choose(visits, cast, call)

    with at("2026-05-18"):
        paying.book_the_appropriations(visits, cast.controllers[0])
        deciding.decide(visits, cast, call)
    with at("2026-05-19"):
        deciding.sees_nothing_yet(visits, cast.signatory, case)
    with at("2026-05-20"):
        deciding.make_the_letters_and_publish(visits, cast, call)
    with at("2026-05-21"):
        deciding.read_the_award(visits, cast, case)
        deciding.read_the_refusal(visits, others_signatory, other)

    with at("2026-05-26"):
        paying.accept(visits, cast, case)
        paying.pay(visits, cast, case)

    reporting.report(visits, cast, case)

    with at("2027-04-20"):
        counting.the_database_agrees()
        counting.export(visits, cast.controllers[0], case)
        key = counting.issue_a_key(visits, cast)
        counting.accept_the_terms(visits, cast.researcher)
        counting.pull(visits, key, case, other)
        counting.the_researchers_page_agrees(visits, cast.researcher)
    hearing.the_mails_are_right(cast, case, other)

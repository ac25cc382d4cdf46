"""Files from outside are examined before anybody opens them, and nothing passes in silence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask

from foundation import clamd, clock, files, outbox, scans
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.files import Stored
from foundation.outbox import Job
from foundation.scans import AGAIN_AFTER, Scan, ScanRefusal, ScanState
from tests.builders.applications import A_PDF, a_stored_pdf
from tests.clamav import EICAR, LocalScanner, Scanner, scanning
from tests.races import at_once
from tests.serving import free_port

INFECTED = A_PDF + EICAR


@pytest.fixture
def scanner() -> Iterator[Scanner]:
    with scanning() as one:
        yield one


@pytest.fixture
def ask(app: Flask) -> Iterator[Callable[[str | None], None]]:
    """Give a way to set where the scanner answers."""
    before = app.extensions["tilsagn"]

    def at(address: str | None) -> None:
        app.extensions["tilsagn"] = replace(before, clamd=address)

    yield at
    app.extensions["tilsagn"] = before


def kept(content: bytes = A_PDF) -> Stored:
    """Keep an upload as an act does."""
    stored = a_stored_pdf(content)
    with transaction():
        scans.watch(stored, clock.now())
    return stored


def state_of(stored: Stored) -> ScanState:
    db.session.expire_all()
    return db.session.get_one(Scan, stored.sha256).state


def test_a_clean_file_is_opened_once_it_is_examined(
    ask: Callable[[str | None], None], scanner: Scanner
) -> None:
    ask(scanner.address)
    stored = kept()
    assert state_of(stored) is ScanState.WAITING
    with pytest.raises(RuleBrokenError) as refused:
        scans.refuse_unless_open(stored.sha256)
    assert refused.value.reason is ScanRefusal.NOT_YET_EXAMINED

    outbox.work_until_empty(clock.now())

    assert state_of(stored) is ScanState.CLEAN
    assert scanner.examined == [A_PDF]
    scans.refuse_unless_open(stored.sha256)


def test_a_virus_is_found_and_never_taken_again(
    ask: Callable[[str | None], None], scanner: Scanner
) -> None:
    ask(scanner.address)
    stored = kept(INFECTED)
    outbox.work_until_empty(clock.now())
    scan = db.session.get_one(Scan, stored.sha256)
    assert (scan.state, scan.finding) == (ScanState.INFECTED, "Eicar-Test-Signature")
    with pytest.raises(RuleBrokenError) as refused:
        scans.refuse_unless_open(stored.sha256)
    assert refused.value.reason is ScanRefusal.INFECTED_FILE
    with pytest.raises(RuleBrokenError):
        kept(INFECTED)


def test_a_scanner_that_is_away_holds_files_back_until_it_comes_back(
    ask: Callable[[str | None], None],
) -> None:
    port = free_port()
    ask(f"127.0.0.1:{port}")
    stored = kept()
    now = clock.now()
    for number in range(30):  # far more than any other job is tried
        assert outbox.work_once(now + number * AGAIN_AFTER)
        assert state_of(stored) is ScanState.QUARANTINED
        with pytest.raises(RuleBrokenError):
            scans.refuse_unless_open(stored.sha256)
    assert not outbox.work_once(now + 30 * AGAIN_AFTER - timedelta(seconds=1))

    with scanning(port):
        assert outbox.work_once(now + 30 * AGAIN_AFTER)
    assert state_of(stored) is ScanState.CLEAN


@pytest.mark.parametrize(
    "answer",
    ["", "INSTREAM size limit exceeded. ERROR", "stream: OK and more", "OK", "stream: x ERROR"],
)
def test_what_is_no_clear_answer_holds_the_file_back(
    ask: Callable[[str | None], None], scanner: Scanner, answer: str
) -> None:
    ask(scanner.address)
    scanner.answer = answer
    stored = kept()
    outbox.work_until_empty(clock.now())
    assert state_of(stored) is ScanState.QUARANTINED


def test_without_a_scanner_the_file_says_that_nobody_has_examined_it(
    ask: Callable[[str | None], None], scanner: Scanner
) -> None:
    ask(None)
    stored = kept()
    assert state_of(stored) is ScanState.UNEXAMINED
    assert not outbox.work_once(clock.now())
    scans.refuse_unless_open(stored.sha256)
    assert scans.counts()[ScanState.UNEXAMINED] == 1

    ask(scanner.address)
    scans.examine_the_unexamined(clock.now())
    assert state_of(stored) is ScanState.WAITING
    outbox.work_until_empty(clock.now())
    assert state_of(stored) is ScanState.CLEAN


def test_a_large_file_goes_over_in_pieces(
    ask: Callable[[str | None], None], scanner: Scanner
) -> None:
    ask(scanner.address)
    large = A_PDF + b"x" * (3 * clamd.PIECE)
    kept(large)
    outbox.work_until_empty(clock.now())
    assert scanner.examined == [large]


def test_two_acts_that_keep_the_same_file_ask_once(
    app: Flask, ask: Callable[[str | None], None], scanner: Scanner
) -> None:
    ask(scanner.address)
    a_stored_pdf()

    def keep() -> Stored:
        return kept()

    outcomes = at_once(app, keep, keep)
    assert all(isinstance(one, Stored) for one in outcomes), outcomes
    assert db.session.query(Job).count() == 1


def test_the_scanner_may_answer_on_a_socket_of_the_file_system(tmp_path: Path) -> None:
    place = tmp_path / "clamd.sock"
    with LocalScanner(str(place)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        assert clamd.answers(str(place))
        assert clamd.finding_in(BytesIO(INFECTED), str(place)) == "Eicar-Test-Signature"
        server.shutdown()
        thread.join()
    assert not clamd.answers(str(place))
    with pytest.raises(clamd.ClamdError):
        clamd.finding_in(BytesIO(b"x"), str(place))


def test_what_we_made_ourselves_is_open(app: Flask) -> None:
    del app
    scans.refuse_unless_open(files.store().keep(b"%PDF-1.7 ours", "application/pdf").sha256)

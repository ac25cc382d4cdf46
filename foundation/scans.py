"""Whether a file that came from outside is free of viruses: one verdict for each checksum.

An act that keeps an upload asks for it to be examined; the worker asks clamd (setting `TILSAGN_CLAMD`).
A file that nobody could examine is held back, in quarantine, and asked about again; it never passes in
silence. Where no scanner is set up that is the verdict, and pages say so. What we made ourselves has none.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum

from flask import current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, Index, String, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from foundation import clamd, outbox, words
from foundation.columns import JsonValue
from foundation.database import Model, db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.files import Stored, store
from foundation.outbox import TryLaterError
from foundation.settings import Settings

AGAIN_AFTER = timedelta(minutes=5)
LONGEST_FINDING = 200
EXAMINE = "examine_file"


class ScanState(StrEnum):
    """What is known of a file."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"
    QUARANTINED = "quarantined"
    UNEXAMINED = "unexamined"


class ScanRefusal(StrEnum):
    """Why a file is not handed out, or not taken."""

    NOT_YET_EXAMINED = "not_yet_examined"
    INFECTED_FILE = "infected_file"


OPEN = frozenset({ScanState.CLEAN, ScanState.UNEXAMINED})
"""Files that may be handed out."""
HELD = frozenset({ScanState.WAITING, ScanState.QUARANTINED})
"""Files that wait for a verdict."""

words.register(
    {
        ScanState.WAITING: _l("Venter på viruskontroll"),
        ScanState.CLEAN: _l("Kontrollert for virus"),
        ScanState.INFECTED: _l("Inneholder virus"),
        ScanState.QUARANTINED: _l("Holdt tilbake: viruskontrollen svarer ikke"),
        ScanState.UNEXAMINED: _l("Ikke undersøkt for virus"),
    }
)
words.register(
    {
        ScanRefusal.NOT_YET_EXAMINED: _l(
            "Filen er tatt imot, men kan ikke åpnes før den er kontrollert for virus. Prøv igjen senere."
        ),
        ScanRefusal.INFECTED_FILE: _l(
            "Filen inneholder et virus og kan ikke brukes. Lag filen på nytt på en trygg maskin."
        ),
    }
)


class Scan(Model):
    """The verdict on a file, by its checksum: the same bytes are the same file."""

    __tablename__ = "scan"
    __table_args__ = (
        CheckConstraint(
            "(state IN ('clean', 'infected')) = (examined_at IS NOT NULL)",
            name="verdict_has_a_moment",
        ),
        CheckConstraint("(state = 'infected') = (finding IS NOT NULL)", name="infected_by_something"),
        Index("ix_scan_state_sha256", "state", "sha256"),
    )

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[ScanState]
    put_at: Mapped[datetime]
    examined_at: Mapped[datetime | None]
    finding: Mapped[str | None] = mapped_column(String(LONGEST_FINDING))


Listener = Callable[[str, datetime], None]
_LISTENERS: dict[str, Listener] = {}


def when_infected(name: str, listener: Listener) -> None:
    """Let a room hear, inside the transaction that notes it, that a file is infected."""
    _LISTENERS[name] = listener


def watch(stored: Stored, at: datetime) -> None:
    """Ask for an upload to be examined, inside the act that keeps it.

    Raises RuleBrokenError for bytes that are known to be infected.
    """
    known = db.session.get(Scan, stored.sha256)
    if known is not None and known.state is ScanState.INFECTED:
        raise RuleBrokenError(ScanRefusal.INFECTED_FILE)
    if known is not None:
        return
    state = ScanState.WAITING if _scanner() else ScanState.UNEXAMINED
    with suppress(IntegrityError), db.session.begin_nested():  # another act has just kept the same
        db.session.execute(insert(Scan).values(sha256=stored.sha256, state=state, put_at=at))
        if state is ScanState.WAITING:
            _put(stored.sha256, at)


def states_of(checksums: Iterable[str]) -> dict[str, ScanState]:
    """Tell what is known of some files. What we made ourselves is not among them."""
    wanted = sorted(set(checksums))
    if not wanted:
        return {}
    rows = db.session.execute(select(Scan.sha256, Scan.state).where(Scan.sha256.in_(wanted)))
    return {row.sha256: row.state for row in rows}


def refuse_unless_open(sha256: str) -> None:
    """Refuse to hand out a file that is infected or waits for its verdict. Raises RuleBrokenError."""
    state = states_of([sha256]).get(sha256)
    if state is ScanState.INFECTED:
        raise RuleBrokenError(ScanRefusal.INFECTED_FILE)
    if state in HELD:
        raise RuleBrokenError(ScanRefusal.NOT_YET_EXAMINED)


def counts() -> dict[ScanState, int]:
    """Count the files in each state, for the administrator."""
    rows = db.session.execute(
        select(Scan.state, func.count().label("number")).group_by(Scan.state)
    )
    found = {row.state: row.number for row in rows}
    return {state: found.get(state, 0) for state in ScanState}


def examine_the_unexamined(at: datetime) -> None:
    """Ask for what came in before there was a scanner to be examined, when there is one."""
    if _scanner() is None:
        return
    with transaction():
        for one in db.session.scalars(
            select(Scan).where(Scan.state == ScanState.UNEXAMINED).with_for_update()
        ):
            one.state = ScanState.WAITING
            _put(one.sha256, at)


@outbox.handles(EXAMINE)
def examine_file(detail: JsonValue, at: datetime) -> None:
    """Ask the scanner about a file. One that cannot be asked holds the file back for now."""
    scan = db.session.get(Scan, str(detail["sha256"]))
    if scan is None or scan.state not in HELD:
        return
    address = _scanner()
    if address is None:
        _note(scan, ScanState.UNEXAMINED)
        return
    try:
        with store().open(scan.sha256) as content:
            finding = clamd.finding_in(content, address)
    except clamd.ClamdError as error:
        _note(scan, ScanState.QUARANTINED)
        raise TryLaterError(str(error), at=at + AGAIN_AFTER) from error
    with transaction():
        locked(scan).state = ScanState.INFECTED if finding else ScanState.CLEAN
        scan.examined_at = at
        scan.finding = finding[:LONGEST_FINDING] if finding else None
        if finding:
            for listener in _LISTENERS.values():
                listener(scan.sha256, at)


def _note(scan: Scan, state: ScanState) -> None:
    with transaction():
        locked(scan).state = state


def _put(sha256: str, at: datetime) -> None:
    outbox.put(EXAMINE, subject=f"file:{sha256}", at=at, sha256=sha256)


def _scanner() -> str | None:
    settings: Settings = current_app.extensions["tilsagn"]
    return settings.clamd

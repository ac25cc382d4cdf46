"""Acts on SQLite wait in line: who asks while another has the turn gets it when the other is done."""

import fcntl
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, create_engine

from foundation.turns import SUFFIX, turn


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """Give the engine of a database in a file."""
    return create_engine(f"sqlite:///{tmp_path / 'tilsagn.db'}")


def test_a_turn_is_waited_for_and_then_given(engine: Engine) -> None:
    heard: list[str] = []
    asking = Event()

    def ask() -> None:
        asking.set()
        with turn(engine):
            heard.append("the second is let in")

    other = Thread(target=ask)
    with turn(engine):
        other.start()
        assert asking.wait(10)
        assert _is_held(engine)
        heard.append("the first is done")
    other.join(10)
    assert heard == ["the first is done", "the second is let in"]
    assert not _is_held(engine)


def test_a_turn_ends_with_an_error_too(engine: Engine) -> None:
    with pytest.raises(LookupError), turn(engine):
        raise LookupError
    assert not _is_held(engine)


def test_nobody_waits_where_there_is_no_file() -> None:
    memory = create_engine("sqlite://")
    with turn(memory), turn(memory):
        assert not Path(SUFFIX).exists()


def _is_held(engine: Engine) -> bool:
    with Path(f"{engine.url.database}{SUFFIX}").open("ab") as line:
        try:
            fcntl.flock(line, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False

"""`demo` plays into a folder that is its own, once, and never over something else."""

import socket
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commands.__main__ import tilsagn
from demo import folder
from demo.loading import Wish

WISH = Wish(applications=12, seed=7, as_of=date(2026, 11, 1))


def demo(place: Path, *options: str) -> Result:
    return CliRunner().invoke(tilsagn, ["demo", "--data-dir", str(place), *options])


def test_a_note_is_read_as_it_was_kept(tmp_path: Path) -> None:
    assert folder.note_of(tmp_path) is None
    for whole in (False, True):
        folder.keep(tmp_path, folder.Note(WISH, whole=whole))
        assert folder.note_of(tmp_path) == folder.Note(WISH, whole=whole)
    assert [path.name for path in tmp_path.iterdir()] == [folder.NOTE]


def test_what_was_half_played_is_forgotten_but_for_the_key(tmp_path: Path) -> None:
    folder.keep(tmp_path, folder.Note(WISH, whole=False))
    for name in ("secret-key", "tilsagn.sqlite", "tilsagn.sqlite-wal"):
        (tmp_path / name).touch()
    (tmp_path / "files" / "ab").mkdir(parents=True)
    folder.empty(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {folder.NOTE, "secret-key"}


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Kjære")
    answer = demo(tmp_path)
    assert answer.exit_code == 1
    assert "holds something else" in answer.stderr
    assert letter.read_text() == "Kjære"


@pytest.mark.parametrize(
    "options", [("--applications", "13"), ("--seed", "8"), ("--as-of", "2026-11-02")]
)
def test_another_wish_needs_another_folder(tmp_path: Path, options: tuple[str, str]) -> None:
    folder.keep(tmp_path, folder.Note(WISH, whole=True))
    answer = demo(tmp_path, *options)
    assert answer.exit_code == 1
    assert "12 applications with seed 7 as of 2026-11-01" in answer.stderr


def test_a_port_in_use_is_said_before_anything_is_played(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = demo(tmp_path, "--port", str(port))
    assert answer.exit_code == 1
    assert f"port {port} is taken" in answer.stderr
    assert list(tmp_path.iterdir()) == []

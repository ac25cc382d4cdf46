"""The Python environment: what the lock says, whole or made anew."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.launcher.conftest import Programs


@pytest.fixture
def locks(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the launcher two small locks, and a Python that only pretends to install them."""
    for name in ("requirements.lock", "requirements-test.lock"):
        (tmp_path / name).write_text(f"# {name}\n")
    monkeypatch.setattr(launcher, "LOCK_TO_RUN", tmp_path / "requirements.lock")
    monkeypatch.setattr(launcher, "LOCK_TO_TEST", tmp_path / "requirements-test.lock")
    return tmp_path


@pytest.fixture(autouse=True)
def python(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, pretend: Programs, locks: Path
) -> Path:
    target = launcher.ENVIRONMENT / "bin"
    path = pretend(
        "python3.11",
        f"""if [ "$2" = venv ]; then rm -rf {launcher.ENVIRONMENT}; mkdir -p {target}
        ln -s "$0" {target}/python; fi
        if [ "$2" = pip ] && [ -e {locks}/no-network ]; then
          echo "Looking in indexes: https://user:secret@packages.example.no/simple"
          echo "ERROR: No matching distribution found for flask==3.1.3"
          exit 1
        fi""",
    )
    monkeypatch.setattr(sys, "executable", str(path))
    return path


def asked(log: Path) -> list[str]:
    """Say what Python was asked since the last time: to make an environment, to install a lock."""
    lines = log.read_text().splitlines()
    log.write_text("")
    return [
        "venv" if " -m venv --clear " in line else Path(line.split()[-1]).name for line in lines
    ]


def test_the_first_time_it_makes_and_fills_the_environment(launcher: ModuleType, log: Path) -> None:
    launcher.install_packages(launcher.LOCK_TO_RUN)
    assert asked(log) == ["venv", "requirements.lock"]


def test_the_second_time_it_does_nothing(launcher: ModuleType, log: Path) -> None:
    launcher.install_packages(launcher.LOCK_TO_RUN)
    asked(log)
    launcher.install_packages(launcher.LOCK_TO_RUN)
    assert asked(log) == []


def test_the_test_tools_are_added_and_hold_the_rest_too(launcher: ModuleType, log: Path) -> None:
    launcher.install_packages(launcher.LOCK_TO_RUN)
    launcher.install_packages(launcher.LOCK_TO_TEST)
    assert asked(log) == ["venv", "requirements.lock", "requirements-test.lock"]
    launcher.install_packages(launcher.LOCK_TO_RUN)
    launcher.install_packages(launcher.LOCK_TO_TEST)
    assert asked(log) == []


def test_a_changed_lock_is_installed(launcher: ModuleType, log: Path) -> None:
    launcher.install_packages(launcher.LOCK_TO_RUN)
    launcher.LOCK_TO_RUN.write_text("flask==3.1.4\n")
    asked(log)
    launcher.install_packages(launcher.LOCK_TO_RUN)
    assert asked(log) == ["requirements.lock"]


def test_what_was_left_half_made_is_made_anew(launcher: ModuleType, log: Path, locks: Path) -> None:
    (locks / "no-network").touch()
    with pytest.raises(launcher.NotPossibleError):
        launcher.install_packages(launcher.LOCK_TO_RUN)
    (locks / "no-network").unlink()
    asked(log)
    launcher.install_packages(launcher.LOCK_TO_RUN)
    assert asked(log) == ["venv", "requirements.lock"]


def test_an_environment_whose_python_is_gone_is_made_anew(
    launcher: ModuleType, log: Path, python: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher.install_packages(launcher.LOCK_TO_RUN)
    asked(log)
    upgraded = python.rename(python.with_name("python3.13"))
    monkeypatch.setattr(sys, "executable", str(upgraded))
    launcher.install_packages(launcher.LOCK_TO_RUN)
    assert asked(log) == ["venv", "requirements.lock"]


def test_a_failure_says_why_and_keeps_addresses_to_itself(
    launcher: ModuleType, locks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (locks / "no-network").touch()
    with pytest.raises(launcher.NotPossibleError, match="No matching distribution") as stop:
        launcher.install_packages(launcher.LOCK_TO_RUN)
    shown = str(stop.value) + capsys.readouterr().err
    assert "://" not in shown
    assert "secret" not in shown

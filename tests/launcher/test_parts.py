"""Asking Debian: only for what is missing, and never twice by hand."""

import os
from pathlib import Path
from types import ModuleType

import pytest

from tests.launcher.conftest import Programs

INSTALL = "apt-get install --yes --no-install-recommends"


@pytest.fixture(autouse=True)
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def lists(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the folder of apt's lists, with one list in it."""
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "somewhere_Packages.lz4").touch()
    monkeypatch.setattr(launcher, "DEBIAN_LISTS", folder)
    return folder


def part(launcher: ModuleType, package: str, sign: Path) -> object:
    """Make a part that is there when a file is."""
    return launcher.Part(package, sign.exists)


def test_it_asks_for_nothing_when_nothing_is_missing(
    launcher: ModuleType, pretend: Programs, log: Path
) -> None:
    pretend("apt-get", "")
    launcher.install_parts([part(launcher, "libpango-1.0-0", Path("/"))])
    assert log.read_text() == ""


@pytest.mark.usefixtures("lists")
def test_it_asks_for_what_is_missing_and_for_nothing_else(
    launcher: ModuleType, pretend: Programs, log: Path, tmp_path: Path
) -> None:
    pango = tmp_path / "pango"
    pretend("apt-get", f"touch {pango}")
    launcher.install_parts(
        [part(launcher, "libpango-1.0-0", pango), part(launcher, "libmagic1", Path("/"))]
    )
    assert log.read_text() == f"{INSTALL} libpango-1.0-0\n"


def test_a_new_machine_gets_its_lists_first(
    launcher: ModuleType, pretend: Programs, log: Path, tmp_path: Path, lists: Path
) -> None:
    for file in lists.iterdir():
        file.unlink()
    pretend("apt-get", f"touch {tmp_path / 'pango'}")
    launcher.install_parts([part(launcher, "libpango-1.0-0", tmp_path / "pango")])
    assert log.read_text() == f"apt-get update\n{INSTALL} libpango-1.0-0\n"


@pytest.mark.usefixtures("lists")
def test_old_lists_and_a_stopped_install_mend_themselves(
    launcher: ModuleType, pretend: Programs, log: Path, tmp_path: Path
) -> None:
    pango, lists_are_new = tmp_path / "pango", tmp_path / "new"
    pretend("dpkg", "")
    pretend(
        "apt-get",
        f"""case $1 in
        update) touch {lists_are_new};;
        install) test -e {lists_are_new} && touch {pango};;
        esac""",
    )
    launcher.install_parts([part(launcher, "libpango-1.0-0", pango)])
    assert log.read_text().splitlines() == [
        f"{INSTALL} libpango-1.0-0",
        "dpkg --configure -a",
        "apt-get update",
        f"{INSTALL} libpango-1.0-0",
    ]


def test_without_a_way_to_root_it_says_the_one_line_and_stops(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, pretend: Programs, log: Path
) -> None:
    pretend("apt-get", "")
    pretend("sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    absent = [part(launcher, name, Path("/absent")) for name in ("libmagic1", "chromium")]
    with pytest.raises(launcher.NotPossibleError, match=f"{INSTALL} libmagic1 chromium") as stop:
        launcher.install_parts(absent)
    assert stop.value.code == 3
    assert log.read_text() == "sudo -n true\n"


@pytest.mark.usefixtures("lists")
def test_what_is_installed_and_still_not_found_is_said(
    launcher: ModuleType, pretend: Programs
) -> None:
    pretend("apt-get", "")
    with pytest.raises(launcher.NotPossibleError, match="does not find: libmagic1"):
        launcher.install_parts([part(launcher, "libmagic1", Path("/absent"))])


@pytest.mark.usefixtures("lists")
def test_what_cannot_be_had_is_no_failure_where_something_else_does_as_well(
    launcher: ModuleType, pretend: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend("dpkg", "")
    pretend("apt-get", "exit 100")
    quicker = launcher.Part("quicker", Path("/absent").exists, instead=Path("/").exists)
    launcher.install_parts([quicker])
    assert "Going on with what is there instead." in capsys.readouterr().err
    with pytest.raises(launcher.NotPossibleError, match="failed with code 100"):
        launcher.install_parts([quicker, part(launcher, "libmagic1", Path("/absent"))])


def test_only_testing_needs_a_browser_and_java(launcher: ModuleType) -> None:
    def packages(name: str) -> set[str]:
        return {part.package for part in launcher.needed_parts(launcher.COMMANDS[name])}

    assert packages("test") - packages("serve") == {
        "chromium-headless-shell", "libatomic1", "default-jdk-headless", "libjaxb-java",
    }  # fmt: skip
    assert "libharfbuzz-subset0" in packages("serve")

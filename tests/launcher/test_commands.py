"""What the launcher can be asked, before anything is installed."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from commands.__main__ import tilsagn

ROOT = Path(__file__).resolve().parents[2]


def bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher on a Python without any packages."""
    command = [sys.executable, "-I", "-S", str(ROOT / "tilsagn"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("arguments", [(), ("help",), ("--help",)])
def test_it_lists_its_commands(arguments: tuple[str, ...]) -> None:
    answer = bare(*arguments)
    assert answer.returncode == 0
    listed = [line.split()[0] for line in answer.stdout.splitlines() if line.startswith("  ")]
    assert " ".join(listed) == (
        "demo serve work migrate create-admin bounces check sample-documents recompute test bench"
    )


def test_an_unknown_command_is_refused() -> None:
    answer = bare("demmo")
    assert answer.returncode == 2
    assert "There is no command 'demmo'" in answer.stderr


def test_what_it_hands_over_to_is_there(launcher: ModuleType) -> None:
    handed_over = [name for name, one in launcher.COMMANDS.items() if one.module == "commands"]
    asked = click.Context(tilsagn)
    found = [tilsagn.get_command(asked, name) for name in tilsagn.list_commands(asked)]
    assert sorted(handed_over) == [one.name for one in found if one]
    others = {one.module for one in launcher.COMMANDS.values()} - {"commands"}
    assert [name for name in others if not _can_be_run(name)] == []


def _can_be_run(module: str) -> bool:
    path = ROOT.joinpath(*module.split("."))
    return (path / "__main__.py").exists() or path.with_suffix(".py").exists()


def test_an_old_python_is_refused(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    assert launcher.main(["demo"]) == 2
    assert capsys.readouterr().err == "Tilsagn needs Python 3.11 or newer; this is 3.10.\n"

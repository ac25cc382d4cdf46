"""The launcher as a module, with an environment and a PATH of its own."""

import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

LAUNCHER = Path(__file__).resolve().parents[2] / "tilsagn"

Programs = Callable[[str, str], Path]


@pytest.fixture
def launcher(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Load the launcher so that it would install under the test's own folder."""
    loader = SourceFileLoader("launcher", str(LAUNCHER))
    spec = spec_from_loader("launcher", loader)
    assert spec is not None
    module = module_from_spec(spec)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(module)
    environment = tmp_path / "env"
    monkeypatch.setattr(module, "ENVIRONMENT", environment)
    monkeypatch.setattr(module, "PYTHON", environment / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", environment / "installed.txt")
    return module


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Give the file where pretended programs write what they were asked."""
    path = tmp_path / "log.txt"
    path.touch()
    return path


@pytest.fixture
def pretend(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Put a program on the PATH that notes its arguments and then runs a few lines of shell."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def program(name: str, then: str = "") -> Path:
        path = folder / name
        path.write_text(f'#!/bin/sh\necho "$(basename "$0") $*" >> {log}\n{then}\n')
        path.chmod(0o755)
        return path

    return program

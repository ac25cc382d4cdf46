"""What the processes of one test run share: a folder, and turns at making what one of them needs.

A scene is played by the process that first asks for it; one that asks meanwhile waits, and finds it made.
"""

import hashlib
import os
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from foundation.turns import in_line


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """Give the folder that is the same in every process of this run, and in no other run."""
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    shared.mkdir(exist_ok=True)
    return shared


def name_of_run(folder: Path) -> str:
    """Give a short name for what lies outside the run's folder, such as its databases."""
    return hashlib.sha256(str(folder).encode()).hexdigest()[:8]


def alone(what: Path) -> AbstractContextManager[None]:
    """Let no other process of the run make the same thing meanwhile."""
    return in_line(what.with_name(what.name + ".lock"))

"""Samples as the tests of paper want them: printed once, quietly."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from figures.samples import Sample

Printed = Callable[[Sample], Path]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of printed samples, shared by the processes of one run."""
    alone = os.environ.get("PYTEST_XDIST_WORKER") is None
    base = tmp_path_factory.getbasetemp()
    folder = (base if alone else base.parent) / "paper"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def printed(shelf: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Printed:
    """Print a sample, or find it printed; WeasyPrint must have nothing to complain about."""

    def print_one(sample: Sample) -> Path:
        path = shelf / f"{sample.name}.pdf"
        if not path.exists():
            with caplog.at_level(logging.WARNING, logger="weasyprint"):
                (tmp_path / path.name).write_bytes(sample.render())
            assert [record.getMessage() for record in caplog.records] == []
            (tmp_path / path.name).replace(path)
        return path

    return print_one

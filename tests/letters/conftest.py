"""Samples as the tests of paper want them: printed once, quietly."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from figures.samples import Sample

Printed = Callable[[Sample], Path]


@pytest.fixture(scope="session")
def _printed_already(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    return tmp_path_factory.mktemp("paper"), set()


@pytest.fixture
def printed(_printed_already: tuple[Path, set[str]], caplog: pytest.LogCaptureFixture) -> Printed:
    """Print a sample, or find it printed; WeasyPrint must have nothing to complain about."""
    folder, names = _printed_already

    def print_one(sample: Sample) -> Path:
        path = folder / f"{sample.name}.pdf"
        if sample.name not in names:
            with caplog.at_level(logging.WARNING, logger="weasyprint"):
                path.write_bytes(sample.render())
            assert [record.getMessage() for record in caplog.records] == []
            names.add(sample.name)
        return path

    return print_one

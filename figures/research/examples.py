"""The worked examples of the documentation, handed out as they stand there; the tests run them."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples"
EXAMPLES = ("panel.py", "panel.R")
"""In Python and in R. Each goes from a key to a panel that a regression can read."""


def example(name: str) -> str:
    """Give the text of one of the `EXAMPLES`."""
    return (_FOLDER / name).read_text(encoding="utf-8")

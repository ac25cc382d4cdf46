"""An evaluation on paper: values that are printed or read, in one form of Norwegian."""

from dataclasses import dataclass

from foundation import paper
from foundation.letterhead import SheetHead, Stated

_TEMPLATE = "documents/{language}/evaluation.html"


@dataclass(frozen=True, kw_only=True)
class FigureLine(Stated):
    """A figure with its number and unit in words, and its definition."""

    name: str
    said: str
    definition: str


@dataclass(frozen=True, kw_only=True)
class ChangeLine(Stated):
    """A proposed change, why, and what has become of it."""

    change: str
    reason: str
    standing: str


@dataclass(frozen=True, kw_only=True)
class EvaluationPaper(Stated):
    """The whole evaluation."""

    head: SheetHead
    scheme: str
    measure: str
    year: int
    number: int
    signed: str
    """Who signed it and when, in words."""
    learnt: str
    assessment: str
    figures: tuple[FigureLine, ...]
    changes: tuple[ChangeLine, ...] = ()


def render(content: EvaluationPaper) -> bytes:
    """Print the evaluation as PDF."""
    return paper.print_out(_TEMPLATE, content, content.head)


def text(content: EvaluationPaper) -> str:
    """Give the evaluation's words without the layout."""
    return paper.read_out(_TEMPLATE, content, content.head)

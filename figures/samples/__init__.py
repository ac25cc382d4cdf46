"""Every letter and report in every variant and both forms of Norwegian, from made-up data.

For those who judge the documents: designers, jurists, archivists, and the tests. No database is needed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from decisions import printing
from decisions.samples import Size, letters
from figures.samples import benefits, calls, reports, years
from figures.yearly import document as year_papers
from followup import document
from followup.benefits.report import document as benefit_papers
from foundation.language import LANGUAGES
from grants import document as call_papers

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: its name without ending, and how it is printed and read."""

    name: str
    language: str
    size: Size
    render: Callable[[], bytes]
    text: Callable[[], str]


def samples() -> Iterator[Sample]:
    """Give every sample, in the same order each time."""
    for size in Size:
        for language in LANGUAGES:
            yield from _letters(size, language)
            yield _sample(
                "follow-up",
                (size, language),
                reports.follow_up(size, language),
                (document.render, document.text),
            )
            yield from _calls(size, language)
            yield _sample(
                "year-report",
                (size, language),
                years.year_report(size, language),
                (year_papers.render, year_papers.text),
            )
            yield _sample(
                "benefit-report",
                (size, language),
                benefits.benefit_report(size, language),
                (benefit_papers.render, benefit_papers.text),
            )


def sample_documents(directory: Path) -> Iterator[Path]:
    """Write every sample as PDF and as text into a folder, which is made if it is not there.

    Gives the path of each PDF file when it is written. A file of the same name is written over.
    """
    directory.mkdir(parents=True, exist_ok=True)
    for sample in samples():
        path = directory / f"{sample.name}.pdf"
        path.write_bytes(sample.render())
        path.with_suffix(".txt").write_text(sample.text(), encoding="utf-8")
        yield path


def _calls(size: Size, language: str) -> Iterator[Sample]:
    yield _sample(
        "rule-sheet",
        (size, language),
        calls.rule_sheet(size, language),
        (call_papers.render_rule_sheet, call_papers.rule_sheet_text),
    )
    yield _sample(
        "call",
        (size, language),
        calls.whole_call(size, language),
        (call_papers.render_call, call_papers.call_text),
    )


def _letters(size: Size, language: str) -> Iterator[Sample]:
    for name, content in letters(size, language).items():
        yield _sample(name, (size, language), content, (printing.render, printing.text))


def _sample(
    kind: str,
    variant: tuple[Size, str],
    content: Content,
    ways: tuple[Callable[[Content], bytes], Callable[[Content], str]],
) -> Sample:
    size, language = variant
    render, text = ways
    return Sample(
        f"{kind}-{size}-{language}",
        language,
        size,
        partial(render, content),
        partial(text, content),
    )

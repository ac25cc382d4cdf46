"""What the documents say, word for word. An approved text changes only when somebody approves it.

To approve what is written now: `.venv/bin/python -m tests.letters.approve`, then read the difference.
"""

import re

import pytest
from outloud.model import Document

from figures.samples import Sample, samples
from tests.letters.approve import approved_path
from tests.letters.conftest import Printed

ALL = pytest.mark.parametrize("sample", list(samples()), ids=lambda sample: sample.name)


@ALL
def test_the_text_is_the_approved_one(sample: Sample) -> None:
    assert sample.text() == approved_path(sample).read_text(encoding="utf-8")


@ALL
def test_the_paper_says_all_that_the_text_says(sample: Sample, printed: Printed) -> None:
    document = Document(str(printed(sample)))
    lines = (line.text for page in document.pages for line in document.content(page.index).lines)
    on_paper = _bare("".join(lines))
    missing = [word for word in sample.text().split() if _bare(word) not in on_paper]
    document.close()
    assert missing == []


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00a0|#–]", "", text)

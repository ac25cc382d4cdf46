"""`sample_documents` writes every letter and report, in every variant and both forms of Norwegian."""

from dataclasses import replace
from pathlib import Path

import pytest

from figures import samples as documents
from figures.samples import sample_documents, samples
from tests.letters.conftest import Printed

KINDS = {
    "award",
    "partial-award",
    "award-without-reasons",
    "supplementary-award",
    "reversal",
    "refusal",
    "rejection",
    "receipt",
    "deficiency",
    "interim-reply",
    "reminder-acceptance",
    "reminder-report",
    "reminder-deficiency",
    "change-approval",
    "reclaim-notice",
    "reclaim",
    "reduction-notice",
    "reduction",
    "interest",
    "carry-over",
    "forwarding",
    "complaint-decision",
    "correction",
    "follow-up",
    "rule-sheet",
    "call",
    "year-report",
    "benefit-report",
}


def test_every_document_is_written_as_pdf_and_text(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is printed already, by the other tests of paper; that it stays the same they prove."""
    shelved = [replace(one, render=printed(one).read_bytes) for one in samples()]
    monkeypatch.setattr(documents, "samples", lambda: iter(shelved))
    first = {one.name: one.render() for one in shelved}
    written = tuple(sample_documents(tmp_path / "new" / "folder"))
    names = {
        f"{kind}-{size}-{form}"
        for kind in KINDS
        for size in ("normal", "worst")
        for form in ("nb", "nn")
    }
    assert {path.stem for path in written} == names
    for path in written:
        assert path.read_bytes() == first[path.stem]
        assert "oppdikt" in path.with_suffix(".txt").read_text(encoding="utf-8")

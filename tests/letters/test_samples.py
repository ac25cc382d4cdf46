"""`sample_documents` writes every letter and report, in every variant and both forms of Norwegian."""

from pathlib import Path

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


def test_every_document_is_written_as_pdf_and_text(printed: Printed, tmp_path: Path) -> None:
    first = {sample.name: printed(sample).read_bytes() for sample in samples()}
    written = tuple(sample_documents(tmp_path / "new" / "folder"))
    names = {
        f"{kind}-{size}-{form}"
        for kind in KINDS
        for size in ("normal", "worst")
        for form in ("nb", "nn")
    }
    assert {path.stem for path in written} == names
    for path in written:
        assert path.read_bytes() == first[path.stem], "printed again it is the same"
        assert "oppdikt" in path.with_suffix(".txt").read_text(encoding="utf-8")

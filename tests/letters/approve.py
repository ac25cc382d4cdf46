"""Write the approved texts anew, to be read as a difference before they are committed."""

from pathlib import Path

from figures.samples import Sample, samples

APPROVED = Path(__file__).resolve().parent / "approved"


def approved_path(sample: Sample) -> Path:
    """Tell where a sample's approved text is."""
    return APPROVED / f"{sample.name}.txt"


def approve_all() -> None:
    """Approve what is written now, and forget samples that are no more."""
    written = {approved_path(sample): sample.text() for sample in samples()}
    APPROVED.mkdir(exist_ok=True)
    for old in APPROVED.glob("*.txt"):
        old.unlink()
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    approve_all()

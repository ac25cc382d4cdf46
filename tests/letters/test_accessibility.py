"""Every document can be read aloud: the checkers of PDF/UA and WCAG find nothing to say.

There are three, each by other hands. One looks at every document; of the two slower ones veraPDF looks at one
half, in `test_archive`, and outloud at the other.
"""

from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from weasyprint import HTML

from decisions.samples.frame import SCHEME, Size
from figures.samples import Sample, samples
from grants.catalogue import CALLS, load_call
from tests.letters.conftest import Printed
from tests.letters.halves import second_half
from tests.letters.tagtree import below

ALL = pytest.mark.parametrize("sample", list(samples()), ids=lambda sample: sample.name)

STUMBLES = {"UA-14-001"}
"""pdfua 0.1.3 stumbles over headings with more than one piece of text; outloud tries them."""


def sample_named(name: str) -> Sample:
    return next(sample for sample in samples() if sample.name == name)


@pytest.mark.parametrize("sample", list(second_half()), ids=lambda sample: sample.name)
def test_who_listens_hears_everything(sample: Sample, printed: Printed) -> None:
    heard = outloud.check(str(printed(sample)))
    assert not heard.error
    assert [(finding.rule, finding.message) for finding in heard.findings] == []


@ALL
def test_the_checker_of_its_structure_finds_nothing(sample: Sample, printed: Printed) -> None:
    report = pdfua.validate(str(printed(sample)))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []
    assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason} <= STUMBLES


def test_the_checkers_would_find_something(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    HTML(string="<h2>Uten tittel</h2><img src='x'><table><tr><td>1</table>").write_pdf(path)
    assert outloud.check(str(path)).findings
    assert pdfua.validate(str(path)).findings


@ALL
def test_the_file_says_what_it_is(sample: Sample, printed: Printed) -> None:
    with pikepdf.open(printed(sample)) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == sample.language
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260216")
        assert str(pdf.docinfo["/Title"]).endswith(the_end_of_its_title(sample))


def the_end_of_its_title(sample: Sample) -> str:
    """A letter is known by its case, a paper about a call by the call, and a report by its year."""
    if sample.name.startswith("year-report-"):
        return "budsjettåret 2026"
    worst = sample.size is Size.WORST
    if sample.name.startswith("benefit-report-"):
        return SCHEME if worst else "2026/00123 Felles journal i Fjordane"
    if sample.name.startswith(("call-", "rule-sheet-")):
        sheet = load_call(CALLS[1 if worst else 0])
        return sheet.title.in_(sample.language)
    return f"saksnummer {'2026/12345' if worst else '2026/00123'}"


@ALL
def test_only_our_own_fonts_are_used_and_all_are_inside(sample: Sample, printed: Printed) -> None:
    with pikepdf.open(printed(sample)) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        for font in fonts:
            assert str(font.FontName).partition("+")[2].startswith("Letter")
            assert "/FontFile2" in font


def test_the_figure_says_what_it_shows(printed: Printed) -> None:
    with pikepdf.open(printed(sample_named("follow-up-normal-nn"))) as pdf:
        (figure,) = below(pdf.Root.StructTreeRoot, "/Figure")
        assert str(figure.Alt) == "Søylediagram: søkt, innvilga, utbetalt og brukt per år"

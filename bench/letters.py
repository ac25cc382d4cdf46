"""Letters, against the same letters made one by one by a plain call of WeasyPrint with nothing reused.

Every letter is its own: the project, the applicant and the reasons are written anew for each. Bytes are
compared before anything is timed: ours and the plain call's are the same. Each ratio is the median of pairs
made in turn, in processor time, so that other work on the machine spoils neither side alone.

`single_over_plain`: a letter, warm, as in a page request. `report_over_plain`: the year's report.
`archival_over_untagged`: our letter as it is, over the same without tags and archive's profile.
`batch_over_plain`: the time on the wall of the plain calls one by one over that of a batch by two
warm processes; `batch_cpu_over_plain` the same in processor time, of all processes together.
`peak_mb_growth`: the most memory held after all letters over that after the first tenth of them.
TILSAGN_BENCH_LETTERS says how many; 2,000 unless told.
"""

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from decisions import printing
from decisions.printing import AnyLetter
from decisions.samples import Size, decisions
from figures.samples import years
from figures.yearly import document as year_papers
from foundation import pdf
from foundation.language import LANGUAGES
from foundation.pdf.fetcher import STATIC, OwnFiles
from foundation.pdf.glyphs import writable
from foundation.pdf.press import press
from foundation.pdf.printer import VARIANT, finish

PAIRS = 20
REPORTS = 5
BATCH = 200
PLAIN_AT_ONCE = 20
"""The plain letters of a batch are timed in parts, between the parts of ours."""
WORKERS = 2
GROWTH = int(os.environ.get("TILSAGN_BENCH_LETTERS", "2000"))


def run() -> dict[str, float]:
    """Measure; the growth over all letters takes most of the time."""
    pages = [printing.as_html(_letter(number)) for number in range(BATCH)]
    reports = [year_papers.as_html(years.year_report(Size.WORST, form)) for form in LANGUAGES]
    for page in (*pages[:PAIRS], *reports):
        assert pdf.print_pdf(page) == _plain(page)
    batch, batch_cpu = _batch(pages)
    return {
        "single_over_plain": round(_ratio(_plain, pdf.print_pdf, pages[PAIRS : 2 * PAIRS]), 2),
        "batch_over_plain": round(batch, 2),
        "batch_cpu_over_plain": round(batch_cpu, 2),
        "report_over_plain": round(_ratio(_plain, pdf.print_pdf, reports * REPORTS), 2),
        "archival_over_untagged": round(_ratio(pdf.print_pdf, _untagged, pages[:PAIRS]), 2),
        "peak_mb_growth": round(_growth(GROWTH), 3),
        "letters": GROWTH,
    }


def _ratio(
    upper: Callable[[str], bytes], lower: Callable[[str], bytes], pages: Sequence[str]
) -> float:
    """Give how many times as long the one takes as the other."""
    lower(pages[0])
    ratios = []
    for page in pages:
        gc.collect()
        taken = _timed(upper, page)
        ratios.append(taken / _timed(lower, page))
    return median(ratios)


def _batch(pages: Sequence[str]) -> tuple[float, float]:
    """Give how many times as long plain letters take as a batch: on the wall, and of processors."""
    parts = [pages[at : at + PLAIN_AT_ONCE] for at in range(0, len(pages), PLAIN_AT_ONCE)]
    walls, used = [0.0, 0.0], [0.0, 0.0]
    # Forked when this process has its fonts and styles: a worker that runs is warm.
    with get_context("fork").Pool(WORKERS) as workers:
        workers.map(_printed, pages[:PAIRS], chunksize=PAIRS // WORKERS)
        for part in parts:
            began = perf_counter()
            at_once = workers.map(_printed, part, chunksize=2)
            walls[1] += perf_counter() - began
            used[1] += sum(taken for _, taken in at_once)
            began, busy = perf_counter(), process_time()
            one_by_one = [_plain(page) for page in part]
            walls[0] += perf_counter() - began
            used[0] += process_time() - busy
            assert [printed for printed, _ in at_once] == one_by_one
    return walls[0] / walls[1], used[0] / used[1]


def _printed(page: str) -> tuple[bytes, float]:
    """Print in a worker; tell the processor time it took."""
    began = process_time()
    return pdf.print_pdf(page), process_time() - began


def _growth(number: int) -> float:
    """Print letters in a process of its own and give how much more it held at the end."""
    with get_context("spawn").Pool(1) as alone:
        return alone.apply(_print_many, (number,))


def _print_many(number: int) -> float:
    early = 0
    for one in range(number):
        printing.render(_letter(one))
        if one == number // 10:
            early = _held()
    return _held() / early


def _held() -> int:
    """Give the most memory that this process has held, in kB."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def _plain(page: str) -> bytes:
    fonts = FontConfiguration()
    styles = CSS(filename=STATIC / "letters.css", font_config=fonts, url_fetcher=OwnFiles())
    document = HTML(
        string=writable(page), base_url=STATIC.as_uri() + "/", url_fetcher=OwnFiles()
    ).render(font_config=fonts, stylesheets=[styles], pdf_variant=VARIANT)
    made: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
    return made


def _untagged(page: str) -> bytes:
    """Print as we do, without what makes the letter readable aloud and fit for an archive."""
    used = press(remembering=True)
    with used.at_work():
        document = HTML(
            string=writable(page), base_url=STATIC.as_uri() + "/", url_fetcher=OwnFiles()
        ).render(font_config=used.fonts, stylesheets=[used.styles], cache=used.images)
        made: bytes = document.write_pdf()
    return made


def _timed(print_one: Callable[[str], bytes], page: str) -> float:
    began = process_time()
    print_one(page)
    return process_time() - began


def _letter(number: int) -> AnyLetter:
    """Give an award that is nobody else's, in either form of Norwegian."""
    letter = decisions.partial_award(Size.NORMAL, LANGUAGES[number % 2])
    own = f"nummer {number}, for {number % 97 + 3} tjenester i {number % 13 + 2} kommuner"
    return replace(
        letter,
        head=replace(letter.head, case_number=f"2026/{number:05d}"),
        subject=replace(letter.subject, project=f"Felles journal {own}"),
        reason=f"{letter.reason} Prosjektet er {own}.",
        criteria=tuple(
            replace(one, reason=f"{one.reason} Det gjelder {own}.") for one in letter.criteria
        ),
    )

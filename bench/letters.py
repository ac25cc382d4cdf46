"""Letters, against the same letters made one by one by a plain call of WeasyPrint with nothing reused.

Every letter is its own: the project, the applicant and the reasons are written anew for each. Bytes are
compared before anything is timed: ours and the plain call's are the same. `single_over_plain`: processor
time of the plain call over ours, warm, the median of pairs made in turn. `batch_over_plain`: the time on
the wall of the plain calls over that of a batch by as many processes as there are cores.
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
from foundation import pdf
from foundation.language import LANGUAGES
from foundation.pdf.fetcher import STATIC, OwnFiles
from foundation.pdf.glyphs import writable
from foundation.pdf.printer import VARIANT, finish

PAIRS = 20
BATCH = 40
GROWTH = int(os.environ.get("TILSAGN_BENCH_LETTERS", "2000"))


def run() -> dict[str, float]:
    """Measure; the growth over all letters takes most of the time."""
    pages = [printing.as_html(_letter(number)) for number in range(BATCH)]
    for page in pages[:2]:
        assert pdf.print_pdf(page) == _plain(page)
    return {
        "single_over_plain": round(_single(pages[:PAIRS]), 2),
        "batch_over_plain": round(_batch(pages), 2),
        "peak_mb_growth": round(_growth(GROWTH), 3),
        "letters": GROWTH,
    }


def _single(pages: Sequence[str]) -> float:
    ratios = []
    for page in pages:
        gc.collect()
        plain = _timed(_plain, page)
        ratios.append(plain / _timed(pdf.print_pdf, page))
    return median(ratios)


def _batch(pages: Sequence[str]) -> float:
    began = perf_counter()
    one_by_one = [_plain(page) for page in pages]
    plain = perf_counter() - began
    with get_context("fork").Pool(os.cpu_count()) as workers:
        workers.map(pdf.print_pdf, pages[:2], chunksize=1)  # warm, as a worker that runs is
        began = perf_counter()
        at_once = workers.map(pdf.print_pdf, pages, chunksize=4)
        ours = perf_counter() - began
    assert at_once == one_by_one
    return plain / ours


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

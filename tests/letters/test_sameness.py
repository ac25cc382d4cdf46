"""The same content gives the same bytes: what was sent can be printed again and compared."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from decisions.printing import render
from decisions.samples import decisions
from decisions.samples.frame import Size
from foundation import clock, pdf
from tests.letters.conftest import Printed
from tests.letters.halves import second_half

ROOT = Path(__file__).resolve().parent.parent.parent
OTHER_SEED = "271828"
DIGESTS = """
from hashlib import sha256
from foundation import pdf
from tests.letters.halves import second_half
pdf.CHOICE.remembers = False
for sample in second_half():
    print(sample.name, sha256(sample.render()).hexdigest())
"""


def test_another_process_that_remembers_nothing_prints_the_same(printed: Printed) -> None:
    assert pdf.CHOICE.remembers
    here = [
        f"{sample.name} {sha256(printed(sample).read_bytes()).hexdigest()}"
        for sample in second_half()
    ]
    there = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": OTHER_SEED},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert os.environ.get("PYTHONHASHSEED") != OTHER_SEED
    assert len(here) == 56
    assert there == here


def test_the_day_it_is_printed_does_not_matter() -> None:
    letter = decisions.refusal(Size.NORMAL, "nb")
    today = render(letter)
    with clock.frozen(clock.now() + timedelta(days=900)):
        assert render(letter) == today


def test_the_day_in_the_letter_does() -> None:
    letter = decisions.refusal(Size.NORMAL, "nb")
    later = replace(letter, head=replace(letter.head, dated=letter.head.dated + timedelta(days=1)))
    assert render(later) != render(letter)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_what_came_before_on_the_press_leaves_no_trace(language: str) -> None:
    letter = decisions.rejection(Size.NORMAL, language)
    alone = render(letter)
    render(decisions.award(Size.WORST, language))
    assert render(letter) == alone

"""A decision's letter as it was sent, and as it reads with its corrections."""

import hashlib
from collections.abc import Iterable, Mapping

from criteria.correcting import Corrected
from decisions import printing
from decisions.correcting import queries
from decisions.correcting.marking import (
    Written,
    as_corrected,
    behind_another,
    body_of,
    marked,
    stands_in,
)
from decisions.correcting.models import DecisionCorrection
from decisions.filling import letter_of
from decisions.letterkinds import text_kind
from decisions.lettertexts import Texts
from decisions.lettertexts.queries import whole
from decisions.models import Letter
from decisions.queries.paperwork import decision_paper


def as_it_reads(decision_id: int) -> dict[str, str]:
    """Give a decision's letter with the corrections sent so far, by form of Norwegian, as HTML.

    Empty where no letter was sent.
    """
    earlier = queries.sent_corrections(decision_id)
    letters = queries.sent_letters(decision_id)
    return {
        language: _with(body_of(_written(one)), earlier, language)
        for language, one in letters.items()
    }


def enclosed(correction: DecisionCorrection, language: str, notice: str | None) -> str | None:
    """Give a decision's letter as it reads after a correction, marked, to stand behind the letter about it.

    None where the letter that was sent cannot be made again byte for byte: then it would not be the letter
    that is corrected. `notice` is what the letters of this installation are marked with.
    """
    letters = queries.sent_letters(correction.decision_id)
    if not letters:
        return None
    sent = letters.get(language) or next(iter(letters.values()))
    if not is_as_sent(sent, notice):
        return None
    earlier = [
        one
        for one in queries.sent_corrections(correction.decision_id)
        if one.number < correction.number
    ]
    body = _with(body_of(_written(sent)), earlier, sent.language)
    corrected = correction.texts.get(sent.language)
    if corrected is not None:
        body = marked(Written(body, sent.language), corrected)
    return behind_another(Written(body, sent.language), sent.dated)


def stands(read: Mapping[str, str], texts: Mapping[str, Corrected]) -> dict[str, bool]:
    """Tell for each form of Norwegian whether its letter says what is called wrong."""
    return {
        language: language in read and stands_in(read[language], one.wrong)
        for language, one in texts.items()
    }


def _with(body: str, corrections: Iterable[DecisionCorrection], language: str) -> str:
    for one in corrections:
        corrected = one.texts.get(language)
        if corrected is not None:
            body = as_corrected(body, corrected)
    return body


def _written(letter: Letter) -> str:
    return printing.as_html(*_filled(letter, None))


def _filled(letter: Letter, notice: str | None) -> tuple[printing.AnyLetter, Texts]:
    """Fill a decision's letter again from what it was made of."""
    if letter.decision_id is None:
        raise ValueError(f"letter {letter.id} is about no decision")
    paper = decision_paper(letter.decision_id)
    filled = letter_of(paper, letter.language, letter.dated, notice=notice)
    return filled, whole(text_kind(letter.kind), letter.template)


def is_as_sent(letter: Letter, notice: str | None = None) -> bool:
    """Tell whether a decision's letter, made again, has the very bytes that are kept. Needs its template."""
    again = printing.render(*_filled(letter, notice))
    return hashlib.sha256(again).hexdigest() == letter.sha256

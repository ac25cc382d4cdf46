"""The shipped texts: every part in both forms, held to what it must name, and no variant lacks one."""

from dataclasses import replace
from itertools import product

import pytest

from criteria.lettertext import faults_of, places_in
from decisions.letter import LetterError
from decisions.letter.case import CaseLetter
from decisions.letter.keeping import as_json, from_json
from decisions.letter.said import (
    SAYINGS,
    CarryOver,
    ComplaintAnswer,
    ComplaintResult,
    Occasion,
    Reminder,
)
from decisions.letterkinds import TEXT_KINDS, LetterKind
from decisions.lettertexts import Part, demands, parts_of, shipped
from decisions.printing import AnyLetter, kind_of, text
from decisions.samples import applications, decisions
from decisions.samples.frame import Size
from decisions.samples.letters import case_letters
from foundation.language import LANGUAGES, Bilingual
from foundation.money import Ore, kroner

EACH = [
    pytest.param(kind, part, id=f"{kind}-{part.code}")
    for kind in TEXT_KINDS
    for part in parts_of(kind)
]
MARK = "merke"


def every_letter() -> list[AnyLetter]:
    """Give every sample letter there is, in both sizes and both forms."""
    found: list[AnyLetter] = []
    for size, language in product(Size, LANGUAGES):
        found += [
            decisions.award(size, language),
            decisions.partial_award(size, language),
            decisions.refusal(size, language),
            decisions.rejection(size, language),
            applications.receipt(size, language),
            applications.deficiency(size, language),
            *case_letters(size, language),
            *variants(size, language),
        ]
    return found


def variants(size: Size, language: str) -> list[AnyLetter]:
    """Give what no sample shows: other sums for the auditor, a complaint that we do not take up."""
    award = decisions.award(size, language)
    answer, told = next(
        (one, one.said)
        for one in case_letters(size, language)
        if isinstance(one.said, ComplaintAnswer)
    )
    rejected = replace(told, result=ComplaintResult.REJECTED, by_appeal_body=False)
    return [
        replace(award, audit_from=None),
        replace(award, audit_from=Ore(award.granted + 1)),
        replace(award, account="86011117947"),
        replace(answer, said=rejected),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "part"), EACH)
def test_the_shipped_text_is_held_to_its_own_demands(
    kind: LetterKind, part: Part, language: str
) -> None:
    assert faults_of(part.text.in_(language), demands(kind, part.code)) == []


@pytest.mark.parametrize(("_kind", "part"), EACH)
def test_both_forms_name_the_same_places(_kind: LetterKind, part: Part) -> None:
    assert places_in(part.text.nb) == places_in(part.text.nn)


def test_every_part_stands_in_some_letter_and_the_required_in_all_variants() -> None:
    """Mark every part; what a letter says must bear the marks of all that has no condition."""
    seen: dict[LetterKind, set[str]] = {kind: set() for kind in TEXT_KINDS}
    for letter in every_letter():
        kind = kind_of(letter)
        marked = {
            code: Bilingual(f"{one.nb} {MARK}.{code}.", f"{one.nn} {MARK}.{code}.")
            for code, one in shipped(kind).items()
        }
        said = text(letter, marked)
        found = {part.code for part in parts_of(kind) if f"{MARK}.{part.code}." in said}
        if isinstance(letter, CaseLetter):
            always = {part.code for part in parts_of(kind) if part.when is None}
            assert always <= found | {"complaint"}, kind
        seen[kind] |= found
    never = {
        kind.value: sorted({part.code for part in parts_of(kind)} - seen[kind])
        for kind in TEXT_KINDS
        if {part.code for part in parts_of(kind)} - seen[kind]
    }
    assert never == {}


def test_a_part_without_text_stops_the_letter() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    texts = {code: one for code, one in shipped(LetterKind.AWARD).items() if code != "control"}
    with pytest.raises(LetterError, match=r"award\.control"):
        text(letter, texts)


def test_a_place_without_value_stops_the_letter() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    texts = {**shipped(LetterKind.AWARD), "control": Bilingual("{varslet}", "{varslet}")}
    with pytest.raises(LetterError, match=r"award\.control: varslet"):
        text(letter, texts)


def test_what_is_written_as_text_is_never_markup() -> None:
    texts = {**shipped(LetterKind.AWARD), "control": Bilingual("<b>Riksrevisjonen</b>", "x")}
    assert "<b>Riksrevisjonen</b>" in text(decisions.award(Size.NORMAL, "nb"), texts)


@pytest.mark.parametrize("size", list(Size))
def test_what_a_letter_says_is_read_back_as_it_was_kept(size: Size) -> None:
    for letter in case_letters(size, "nn"):
        assert from_json(letter.said.kind, as_json(letter.said)) == letter.said
    assert {letter.said.kind for letter in case_letters(size, "nn")} == SAYINGS.keys()


def test_a_reminder_of_a_report_names_it() -> None:
    reminder = next(
        one.said
        for one in case_letters(Size.NORMAL, "nb")
        if isinstance(one.said, Reminder) and one.said.about is Occasion.REPORT
    )
    with pytest.raises(LetterError, match=r"Reminder\.report"):
        replace(reminder, report=" ")


def test_no_more_is_carried_over_than_was_left() -> None:
    with pytest.raises(LetterError, match=r"CarryOver\.carried"):
        CarryOver(from_year=2025, unspent=kroner(1), carried=kroner(2), reason="Fordi.")

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.budget import Breach, BudgetProblem
from criteria.completeness import (
    DECLARED,
    Draft,
    Gap,
    Lack,
    Missing,
    QuestionFact,
    Section,
    TableFact,
    gaps_in,
    missing,
    written_length,
)
from criteria.eligibility import PartnerFacts
from foundation.money import NOTHING, kroner

NEED = QuestionFact("need", required=True, kind="text", answer="Felles journal.", max_chars=20)
DPIA = QuestionFact("dpia", required=True, kind="declaration", answer=DECLARED, max_chars=None)
NOTE = QuestionFact("note", required=False, kind="text", answer=None, max_chars=5)
LEAD = PartnerFacts(1, "municipality", "lead", "Vest", confirmed=False)
OTHER = PartnerFacts(2, "municipality", "participant", "Vest", confirmed=True)
DRAFT = Draft(
    title="Felles journal på Sunnmøre",
    start_on=date(2024, 3, 1),
    end_on=date(2025, 12, 31),
    contact_name="Kari Nordmann",
    contact_email="kari@example.no",
    activities=frozenset({"T1-A1"}),
    budget_breaches=(),
    asked=kroner(500_000),
    questions=(NEED, DPIA, NOTE),
    partners=(LEAD, OTHER),
    required_attachments=("agreement", "plan"),
    attachments=frozenset({"plan", "agreement", "other"}),
)


def lacks(draft: Draft) -> list[tuple[Section, Lack, str]]:
    return [(one.section, one.lack, one.subject) for one in missing(draft)]


def test_a_complete_draft_lacks_nothing() -> None:
    assert missing(DRAFT) == ()


def test_an_empty_draft_is_told_everything_at_once_section_by_section() -> None:
    empty = Draft(
        title=" ", start_on=None, end_on=None, contact_name="", contact_email=" ",
        activities=frozenset(), budget_breaches=(Breach(BudgetProblem.NOTHING_ASKED, None),),
        asked=NOTHING, questions=(replace(NEED, answer=None), replace(DPIA, answer=None)),
        partners=(), required_attachments=("plan",), attachments=frozenset(),
    )  # fmt: skip
    assert lacks(empty) == [
        (Section.BASICS, Lack.TITLE_MISSING, "title"),
        (Section.BASICS, Lack.PERIOD_MISSING, "start_on"),
        (Section.BASICS, Lack.PERIOD_MISSING, "end_on"),
        (Section.BASICS, Lack.CONTACT_MISSING, "contact_name"),
        (Section.BASICS, Lack.CONTACT_MISSING, "contact_email"),
        (Section.PARTNERS, Lack.PARTNER_MISSING, "lead"),
        (Section.ACTIVITIES, Lack.ACTIVITY_MISSING, "activities"),
        (Section.BUDGET, Lack.BUDGET_MISSING, "budget"),
        (Section.QUESTIONS, Lack.ANSWER_MISSING, "need"),
        (Section.QUESTIONS, Lack.DECLARATION_MISSING, "dpia"),
        (Section.ATTACHMENTS, Lack.ATTACHMENT_MISSING, "plan"),
    ]


def test_each_kind_of_breach_of_the_budget_is_told_once() -> None:
    twice = Breach(BudgetProblem.NOT_PARTNER, None)
    outside = Breach(BudgetProblem.YEAR_OUTSIDE_PERIOD, None)
    assert lacks(replace(DRAFT, budget_breaches=(twice, outside, twice))) == [
        (Section.BUDGET, Lack.BUDGET_BREACH, "not_partner"),
        (Section.BUDGET, Lack.BUDGET_BREACH, "year_outside_period"),
    ]


def test_partners_without_a_lead_lack_one() -> None:
    assert lacks(replace(DRAFT, partners=(OTHER,))) == [
        (Section.PARTNERS, Lack.PARTNER_MISSING, "lead")
    ]


def test_a_participant_must_confirm_an_observer_and_the_lead_need_not() -> None:
    observer = replace(OTHER, organisation=3, role="observer", confirmed=False)
    waiting = replace(OTHER, confirmed=False)
    draft = replace(DRAFT, partners=(LEAD, waiting, observer))
    assert lacks(draft) == [(Section.PARTNERS, Lack.PARTNER_UNCONFIRMED, "2")]


@pytest.mark.parametrize("answer", [None, "", "  ", "\r\n"])
def test_a_required_question_is_not_answered_by_blanks(answer: str | None) -> None:
    draft = replace(DRAFT, questions=(replace(NEED, answer=answer),))
    assert missing(draft) == (Missing(Section.QUESTIONS, Lack.ANSWER_MISSING, "need"),)


@pytest.mark.parametrize("answer", [None, "", "no", "perhaps"])
def test_a_declaration_is_made_or_it_is_missing(answer: str | None) -> None:
    draft = replace(DRAFT, questions=(replace(DPIA, answer=answer),))
    assert lacks(draft) == [(Section.QUESTIONS, Lack.DECLARATION_MISSING, "dpia")]


def test_a_declaration_that_is_not_required_may_be_left() -> None:
    optional = replace(DPIA, required=False, answer=None)
    assert missing(replace(DRAFT, questions=(optional,))) == ()


@pytest.mark.parametrize(("answer", "too_long"), [("12345", False), ("123456", True)])
def test_an_answer_may_be_as_long_as_the_call_says(answer: str, *, too_long: bool) -> None:
    draft = replace(DRAFT, questions=(replace(NOTE, answer=answer),))
    expected = [(Section.QUESTIONS, Lack.ANSWER_TOO_LONG, "note")] if too_long else []
    assert lacks(draft) == expected


def test_a_line_break_counts_as_one_character() -> None:
    assert written_length("ab\r\ncd") == 5
    assert missing(replace(DRAFT, questions=(replace(NOTE, answer="ab\r\ncd"),))) == ()


COLUMNS = ("kommune", "system", "plan")
ROWS = st.lists(st.frozensets(st.sampled_from(COLUMNS)), max_size=6).map(tuple)
REQUIRED = st.lists(st.sampled_from(COLUMNS), unique=True).map(tuple)


@given(rows=ROWS, required=REQUIRED)
def test_a_row_that_is_begun_has_its_required_columns_or_says_which_it_lacks(
    rows: tuple[frozenset[str], ...], required: tuple[str, ...]
) -> None:
    gaps = gaps_in(TableFact(required, rows))
    for number, filled in enumerate(rows, start=1):
        lacks = {gap.column for gap in gaps if gap.row == number}
        assert lacks == (set(required) - filled if filled else set())
    assert list(gaps) == sorted(gaps, key=lambda gap: (gap.row, required.index(gap.column)))


def test_a_table_with_one_cell_filled_in_is_not_answered() -> None:
    table = TableFact(("kommune", "system"), (frozenset({"plan"}), frozenset(COLUMNS)))
    question = QuestionFact(
        "systems", required=True, kind="table", answer="[…]", max_chars=None, table=table
    )
    (lack,) = missing(replace(DRAFT, questions=(question,)))
    assert lack == Missing(
        Section.QUESTIONS, Lack.CELLS_MISSING, "systems", (Gap(1, "kommune"), Gap(1, "system"))
    )
    beside_the_point = replace(question, irrelevant=True)
    assert missing(replace(DRAFT, questions=(beside_the_point,))) == ()
    as_before = replace(question, table=None)
    assert missing(replace(DRAFT, questions=(as_before,))) == ()

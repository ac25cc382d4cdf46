"""No letter goes out without what it must say (økonomireglementet chapter 6, forvaltningsloven)."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from typing import Any

import pytest

from decisions.letter import Complaint
from decisions.printing import render, text
from decisions.samples import applications, decisions
from decisions.samples.frame import Size
from figures.samples import calls, reports
from foundation import paper
from foundation.letterhead import LetterError, Stated
from foundation.money import Ore

CONTENTS: tuple[Stated, ...] = (
    decisions.partial_award(Size.WORST, "nb"),
    decisions.refusal(Size.WORST, "nb"),
    decisions.rejection(Size.WORST, "nb"),
    applications.receipt(Size.WORST, "nb"),
    applications.deficiency(Size.WORST, "nb"),
    reports.follow_up(Size.WORST, "nb"),
    calls.rule_sheet(Size.WORST, "nb"),
    calls.whole_call(Size.WORST, "nb"),
)


def _values(value: object) -> Iterator[Stated]:
    """Give every value that a document is made of, one of each kind."""
    if isinstance(value, tuple):
        for part in value[:1]:
            yield from _values(part)
    elif isinstance(value, Stated):
        yield value
        for part in fields(value):
            yield from _values(getattr(value, part.name))


def _required(value: Stated) -> Iterator[Field[Any]]:
    for part in fields(value):
        if part.default is MISSING and part.default_factory is MISSING:
            yield part


EACH = {
    f"{type(value).__name__}.{part.name}": (value, part.name)
    for content in CONTENTS
    for value in _values(content)
    for part in _required(value)
}


@pytest.mark.parametrize("name", sorted(EACH))
def test_a_missing_part_is_refused_by_name(name: str) -> None:
    value, part = EACH[name]
    empty: object = () if isinstance(getattr(value, part), tuple) else None
    with pytest.raises(LetterError, match=f"^{name}$"):
        replace(value, **{part: empty})


def test_every_kind_of_value_is_tried() -> None:
    assert {name.split(".")[0] for name in EACH} >= {
        "AwardLetter", "RefusalLetter", "RejectionLetter", "Receipt", "DeficiencyLetter",
        "FollowUpReport", "Letterhead", "Office", "Addressee", "Official", "Subject", "YearAmount",
        "Participant", "Activity", "CriterionReason", "Competition", "Reduction", "Instalment",
        "Condition", "StartRate", "ReportDuty", "Fault", "Complaint", "SheetHead", "Heading", "RuleSheet",
        "Chapter", "Statement", "CallDocument", "QuestionSection", "Question", "Criterion", "Anchor",
    }  # fmt: skip


def test_blank_text_is_missing() -> None:
    with pytest.raises(LetterError, match=r"AwardLetter\.purpose"):
        replace(decisions.award(Size.NORMAL, "nb"), purpose="  \n ")


def test_a_partial_award_says_why_it_is_less() -> None:
    with pytest.raises(LetterError, match=r"AwardLetter\.reductions"):
        replace(decisions.partial_award(Size.NORMAL, "nb"), reductions=())


def test_the_reductions_are_what_was_not_granted() -> None:
    letter = decisions.partial_award(Size.NORMAL, "nb")
    with pytest.raises(LetterError, match=r"AwardLetter\.reductions"):
        replace(letter, reductions=letter.reductions[:-1])


def test_the_instalments_are_what_was_granted() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    with pytest.raises(LetterError, match=r"AwardLetter\.instalments"):
        replace(letter, instalments=letter.instalments[:-1])


def test_a_complaint_has_somebody_to_decide_it_or_a_reason_not_to_be_heard() -> None:
    with pytest.raises(LetterError, match=r"Complaint\.body"):
        Complaint(allowed=True)
    with pytest.raises(LetterError, match=r"Complaint\.explanation"):
        Complaint(allowed=False, body="Helse- og omsorgsdepartementet")


def test_a_rejection_after_a_warning_says_when_the_time_was_up() -> None:
    with pytest.raises(LetterError, match=r"RejectionLetter\.mend_by"):
        replace(decisions.rejection(Size.WORST, "nb"), mend_by=None)


def test_a_line_may_be_missing_only_when_nobody_got_anything() -> None:
    competition = decisions.refusal(Size.NORMAL, "nb").competition
    assert replace(competition, awarded=0, line=None).line is None
    with pytest.raises(LetterError, match=r"Competition\.line"):
        replace(competition, line=None)


def test_a_letter_is_written_in_one_of_the_two_forms_of_norwegian() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    with pytest.raises(LetterError, match=r"Letterhead\.language"):
        paper.read_out("letters/{language}/award.html", letter, replace(letter.head, language="en"))


def test_all_contents_are_frozen() -> None:
    assert all(is_dataclass(value) for content in CONTENTS for value in _values(content))


AWARD = {
    "nb": (
        "kap. 701 post 60", "750 000 kr", "Hva tilskuddet skal brukes til", "kan ikke brukes til",
        "normal drift av løsningen", "daglig brukeroppfølging", "opplæring av nyansatte",
        "svarer overfor Helsedirektoratet for hele tilskuddet", "Derfor får dere mindre",
        "karakter 5 av 5", "nummer 12", "71,3 poeng", "331 600 000 kr", "Rate | Når vi betaler",
        "Standardvilkår for tilskudd, versjon 2", "innen 9. mars 2026", "faller tilsagnet bort",
        "Sluttrapport med regnskap", "1. april 2027", "bekreftet av revisor", "betale tilbake",
        "skriftlig godkjenning", "stikkprøver", "Riksrevisjonen", "kreve hele eller deler",
        "Klagefristen er 3 uker", "§ 29", "Helse- og omsorgsdepartementet", "offentleglova § 3",
        "sakens dokumenter", "tilskudd@example.no", "Ola Nordmann / avdelingsdirektør",
        "Kari Nordmann / seniorrådgiver", "elektronisk godkjent", "Kopi til: Øygarden kommune",
    ),
    "nn": (
        "kap. 701 post 60", "750 000 kr", "Kva tilskotet skal brukast til", "kan ikkje brukast til",
        "normal drift av løysinga", "dagleg brukaroppfølging", "opplæring av nytilsette",
        "svarer overfor Helsedirektoratet for heile tilskotet", "Difor får de mindre",
        "karakter 5 av 5", "nummer 12", "71,3 poeng", "331 600 000 kr", "Rate | Når vi betaler",
        "Standardvilkår for tilskot, versjon 2", "innan 9. mars 2026", "fell tilsegna bort",
        "Sluttrapport med rekneskap", "1. april 2027", "stadfesta av revisor", "betale tilbake",
        "skriftleg godkjenning", "stikkprøver", "Riksrevisjonen", "krevje heile eller delar",
        "Klagefristen er 3 veker", "§ 29", "Helse- og omsorgsdepartementet", "offentleglova § 3",
        "dokumenta i saka", "tilskudd@example.no", "Ola Nordmann / avdelingsdirektør",
        "Kari Nordmann / seniorrådgivar", "elektronisk godkjent", "Kopi til: Øygarden kommune",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_grant_letter_states_all_that_it_must(language: str) -> None:
    said = text(decisions.partial_award(Size.NORMAL, language))
    assert [part for part in AWARD[language] if part not in said] == []


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("nb", ("avslå søknaden", "karakter 3 av 5", "nummer 148", "331 600 000 kr", "56 700 000 kr",
                "71,3 poeng", "Klagefristen er 3 uker", "sakens dokumenter")),
        ("nn", ("avslå søknaden", "karakter 3 av 5", "nummer 148", "331 600 000 kr", "56 700 000 kr",
                "71,3 poeng", "Klagefristen er 3 veker", "dokumenta i saka")),
    ],
)  # fmt: skip
def test_a_refusal_states_the_reasons_and_the_competition(
    language: str, parts: tuple[str, ...]
) -> None:
    said = text(decisions.refusal(Size.NORMAL, language))
    assert [part for part in parts if part not in said] == []


def test_a_mark_under_the_threshold_is_the_reason() -> None:
    said = text(decisions.refusal(Size.WORST, "nb"))
    assert "Kriteriet krever minst karakter 3. Søknaden kan derfor ikke få tilskudd." in said


def test_a_call_without_complaint_says_why_instead() -> None:
    said = text(decisions.award(Size.WORST, "nn"))
    assert "det er ikkje klagerett" in said
    assert "Klagefristen" not in said


def test_the_paragraphs_follow_the_act_in_force() -> None:
    old = text(decisions.award(Size.NORMAL, "nb"))
    new = text(decisions.award(Size.WORST, "nb"))
    assert "forvaltningsloven av 10. februar 1967 § 16" in old
    assert "forvaltningsloven av 20. juni 2025 § 42" in new


def test_the_auditor_is_asked_for_from_the_threshold_and_not_below() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    assert replace(letter, audit_from=letter.granted).needs_audit
    assert "trenger derfor ikke å være bekreftet av revisor" in text(
        replace(letter, audit_from=Ore(letter.granted + 1))
    )
    assert "Regnskapet trenger ikke å være bekreftet" in text(replace(letter, audit_from=None))


def test_a_falling_rate_is_printed_with_the_projects_own() -> None:
    said = text(decisions.partial_award(Size.WORST, "nb"))
    assert "starter i 2026, og satsen er 80 prosent" in said
    assert "2024 | 100 %" in said
    assert "2028 | 50 %" in said
    assert "satsen" not in text(decisions.award(Size.NORMAL, "nb"))


@pytest.mark.parametrize(
    ("language", "limit"),
    [
        ("nb", "gir vi i denne utlysningen høyst 80 prosent av det en søknad ber om"),
        ("nn", "gir vi i denne utlysinga høgst 80 prosent av det ein søknad ber om"),
    ],
)
def test_the_share_that_a_call_gives_is_printed_when_it_is_not_all(
    language: str, limit: str
) -> None:
    assert limit in text(decisions.partial_award(Size.WORST, language))
    assert limit not in text(decisions.award(Size.WORST, language))


@pytest.mark.parametrize(
    ("language", "draft"),
    [("nb", "Utkast: vedtaket er ikke gjort"), ("nn", "Utkast: vedtaket er ikkje gjort")],
)
def test_a_decision_that_nobody_signed_is_a_draft(language: str, draft: str) -> None:
    for letter in (
        decisions.award(Size.NORMAL, language),
        decisions.refusal(Size.NORMAL, language),
        decisions.rejection(Size.NORMAL, language),
    ):
        unsigned = text(replace(letter, head=replace(letter.head, responsible=None)))
        assert draft in unsigned
        assert "elektronisk godkjent" not in unsigned
        assert draft not in text(letter)


def test_a_decision_names_its_case_officer() -> None:
    letter = decisions.refusal(Size.NORMAL, "nb")
    with pytest.raises(LetterError, match=r"Letterhead\.case_officer"):
        replace(letter, head=replace(letter.head, case_officer=None))


def test_a_receipt_needs_no_officer() -> None:
    content = applications.receipt(Size.NORMAL, "nb")
    said = text(replace(content, head=replace(content.head, case_officer=None)))
    assert "Saksbehandler" not in said
    assert "er saksbehandler" not in said


def test_what_people_write_is_never_markup() -> None:
    letter = decisions.award(Size.NORMAL, "nb")
    bold = replace(
        letter, reason="<script>alert(1)</script> & <img src='https://example.no/x.png'>"
    )
    assert "<script>alert(1)</script> & <img src=" in text(bold)
    assert render(bold).startswith(b"%PDF")

"""What the words of this room say, with their numbers."""

from datetime import date
from enum import StrEnum

import pytest
from flask import Flask

from applications.documents import file_name
from applications.models import LegalForm, PartnerRole
from applications.refusals import Refusal
from applications.waiting import Await
from applications.words import explained
from criteria.budget import BudgetProblem, Source
from criteria.completeness import Lack, Section
from criteria.deadlines import closing_moment
from criteria.eligibility import Finding, Reason, Rule
from criteria.steps import Act, PublicStep, Step
from foundation import words
from foundation.files import FileRefusal

ENUMS: tuple[type[StrEnum], ...] = (
    Step, PublicStep, Act, Source, PartnerRole, LegalForm, Rule, Reason, Lack, Section,
    BudgetProblem, FileRefusal, Refusal, Await,
)  # fmt: skip


@pytest.mark.parametrize("members", ENUMS, ids=lambda one: one.__name__)
def test_every_word_of_the_room_is_said(members: type[StrEnum]) -> None:
    assert [one.name for one in members if not words.has(one)] == []


FOUND = {
    "Prosjektet kan vare i høyst 23 måneder. Det varer i 24 måneder, en påbegynt måned regnet som "
    "hel.": Finding(Rule.LENGTH, False, Reason.TOO_LONG, (("allowed", 23), ("found", 24))),
    "Det må bo minst 20 000 innbyggere i kommunene som deltar. Det bor 4 321.": Finding(
        Rule.MIN_POPULATION, False, Reason.TOO_FEW_INHABITANTS,
        (("required", 20_000), ("found", 4_321)),
    ),
    "Det kan søkes om høyst 10 kr til hver deltaker. Det høyeste er 11 kr. Over grensen: Voss.": Finding(
        Rule.MAX_GRANT_PER_PARTNER, False, Reason.PARTNER_ASKS_TOO_MUCH,
        (("allowed", 1_000), ("found", 1_100), ("partners", "Voss")),
    ),
    "Utlysningen krever minst 3 kommuner. Samarbeidet har 2.": Finding(
        Rule.MIN_KOMMUNER, False, Reason.TOO_FEW_KOMMUNER, (("required", 3), ("found", 2))
    ),
    "Egenandelen må være minst 30 prosent. Den er 29,99 prosent.": Finding(
        Rule.OWN_SHARE, False, Reason.OWN_SHARE_TOO_LOW, (("required", 30), ("found", "29.99"))
    ),
    "Oppfylt: kravet er 30 prosent, og søknaden har 50 prosent.": Finding(
        Rule.OWN_SHARE, True, Reason.MET, (("required", 30), ("found", "50.00"))
    ),
    "Det kan søkes om høyst 5 000 000 kr. Det er søkt om 5 000 000,50 kr.": Finding(
        Rule.MAX_GRANT, False, Reason.ASKS_TOO_MUCH,
        (("allowed", 500_000_000), ("found", 500_000_050)),
    ),
    "Oppfylt: grensen er 5 000 000 kr, og søknaden har 1 kr.": Finding(
        Rule.MAX_GRANT, True, Reason.MET, (("allowed", 500_000_000), ("found", 100))
    ),
    "Deltakere av denne typen kan ikke være med: fylkeskommune, helseforetak.": Finding(
        Rule.APPLICANT_KIND, False, Reason.PARTNER_KIND_NOT_ELIGIBLE,
        (("kind", "county, health_trust"),),
    ),
    "Søknaden kom 16. april 2026 kl. 00:00:00. Siste dag var 15. april 2026.": Finding(
        Rule.WITHIN_DEADLINE, False, Reason.TOO_LATE,
        (
            ("closes_on", "2026-04-15"),
            ("submitted_at", closing_moment(date(2026, 4, 15)).isoformat()),
        ),
    ),
    "Oppfylt": Finding(Rule.ONE_LEAD, True, Reason.MET, (("found", 1),)),
}  # fmt: skip


@pytest.mark.parametrize("sentence", FOUND)
def test_a_finding_is_said_with_its_numbers(app: Flask, sentence: str) -> None:
    with app.test_request_context():
        told = explained(FOUND[sentence])
        assert told.reason.replace("\xa0", " ") == sentence
        assert told.says_more is (sentence != "Oppfylt")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("avtale.pdf", "avtale.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Mine dokumenter\\plan.docx", "plan.docx"),
        ("a\r\nb.pdf", "ab.pdf"),
        ("", "vedlegg"),
        (None, "vedlegg"),
        ("/", "vedlegg"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_files_name_is_what_people_see_of_it(given: str | None, kept: str) -> None:
    assert file_name(given) == kept

"""Beginning a call from a sheet and changing its basics."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask

from accounts.models import OrganisationKind, Person
from criteria.allocation import Method
from criteria.eligibility import MidtNorge
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import law, queries, rules, services
from grants.models import Call, Question, RuleKey
from grants.services import Basics
from grants.words import CallRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call_sheet, a_draft, a_scheme, terms


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


@pytest.fixture
def draft(anne: Person) -> Call:
    return a_draft(anne)


def basics_of(call: Call) -> Basics:
    return Basics(
        title=call.title,
        purpose=call.purpose,
        opens_on=call.opens_on,
        closes_on=call.closes_on,
        frame=call.frame,
        first_year=call.first_year,
        last_year=call.last_year,
        method=call.method,
        appeal_allowed=call.appeal_allowed,
        appeal_text=call.appeal_text,
    )


def test_a_draft_has_all_that_its_sheet_says(draft: Call) -> None:
    sheet = a_call_sheet()
    assert draft.title == sheet.title
    assert draft.applicants == sheet.applicants
    assert [one.code for one in draft.activities] == [one.code for one in sheet.activities]
    assert [one.code for one in draft.conditions] == [one.code for one in sheet.conditions]
    assert [one.code for one in draft.questions] == [one.code for one in sheet.questions]
    assert [len(one.choices) for one in draft.questions] == [
        len(one.choices) for one in sheet.questions
    ]
    assert [one.code for one in draft.criteria] == [one.code for one in sheet.criteria]
    assert [len(one.anchors) for one in draft.criteria] == [
        len(one.anchors) for one in sheet.criteria
    ]
    assert [one.percent for one in draft.plan_steps] == [one.percent for one in sheet.plan_steps]
    assert {one.key for one in draft.rules} == set(RuleKey)
    assert (draft.measure.code, draft.budget_post.post) == ("T1", 60)


def test_amounts_of_a_sheet_become_ore(draft: Call) -> None:
    assert rules.number(draft, RuleKey.MIN_GRANT) == kroner(300_000)
    assert rules.number(draft, RuleKey.AUDIT_THRESHOLD) == kroner(200_000)
    assert rules.number(draft, RuleKey.MIN_KOMMUNER) == 3


def test_the_rules_of_a_call_are_what_the_formal_control_asks(draft: Call) -> None:
    asked = rules.rules_of(draft)
    assert asked.min_kommuner == 3
    assert asked.own_share_percent == 30
    assert (asked.min_grant, asked.max_grant) == (kroner(300_000), kroner(5_000_000))
    assert asked.midt_norge is MidtNorge.EXCLUDED
    assert asked.eligible_kinds == {OrganisationKind.MUNICIPALITY.value}
    assert OrganisationKind.HEALTH_TRUST.value in (asked.partner_kinds or ())
    assert rules.rates_of(draft) == {2024: 100, 2025: 95, 2026: 90, 2027: 85, 2028: 80}
    assert [one.weight for one in rules.scoring_criteria(draft)] == [20, 15, 20, 10, 10, 15, 10]
    assert rules.terms_of(draft, kroner(1)).threshold == 50


def test_what_a_call_leaves_open_limits_nothing(anne: Person, draft: Call) -> None:
    for rule in draft.rules:
        if rule.key not in rules.WORDS:
            setting = services.RuleSetting("", rule.note, False)
            services.change_rule(draft, rule, setting, by=anne, at=clock.now())
    asked = rules.rules_of(draft)
    assert (asked.min_kommuner, asked.own_share_percent) == (1, 0)
    assert (asked.min_grant, asked.max_grant) == (None, None)
    assert rules.rates_of(draft) == {}
    assert rules.terms_of(draft, kroner(1)).share_percent == 100


def test_a_code_is_used_once(anne: Person, draft: Call) -> None:
    with pytest.raises(RuleBrokenError) as refusal:
        services.draft_call(a_call_sheet(), terms(code=draft.code), by=anne, at=clock.now())
    assert refusal.value.reason is CallRefusal.CODE_TAKEN


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"closes_on": date(2026, 1, 31)}, CallRefusal.CLOSES_BEFORE_OPENING),
        ({"first_year": 2027, "last_year": 2026}, CallRefusal.YEARS_BACKWARDS),
        ({"last_year": 2029}, CallRefusal.YEARS_OUTSIDE_PERIOD),
        ({"first_year": 2023}, CallRefusal.YEARS_OUTSIDE_PERIOD),
    ],
)
def test_impossible_dates_and_years_are_refused(
    anne: Person, draft: Call, changed: dict[str, Any], reason: CallRefusal
) -> None:
    with pytest.raises(RuleBrokenError) as drafting:
        services.draft_call(
            a_call_sheet(), replace(terms(code="annen"), **changed), by=anne, at=clock.now()
        )
    with pytest.raises(RuleBrokenError) as changing:
        services.change_basics(draft, replace(basics_of(draft), **changed), by=anne, at=clock.now())
    assert (drafting.value.reason, changing.value.reason) == (reason, reason)
    assert queries.call_by_code("annen") is None


def test_basics_are_changed_together(anne: Person, draft: Call) -> None:
    title = Bilingual("Ny tittel", "Ny tittel på nynorsk")
    changed = replace(basics_of(draft), title=title, frame=kroner(5), method=Method.SHARE_OF_ASKED)
    before = draft.version

    services.change_basics(draft, changed, by=anne, at=clock.now())

    found = queries.call(draft.id)
    assert (found.title, found.frame, found.method) == (title, kroner(5), Method.SHARE_OF_ASKED)
    assert found.version == before + 1


def test_whoever_may_lead_may_also_take_part(anne: Person, draft: Call) -> None:
    services.change_applicants(
        draft,
        draft.applicants,
        leads=frozenset({OrganisationKind.COUNTY}),
        partners=frozenset({OrganisationKind.MUNICIPALITY}),
        by=anne,
        at=clock.now(),
    )
    db.session.expire_all()
    found = queries.call(draft.id)
    assert {(kind.kind, kind.may_lead) for kind in found.kinds} == {
        (OrganisationKind.COUNTY, True), (OrganisationKind.MUNICIPALITY, False),
    }  # fmt: skip


def test_a_discarded_draft_leaves_nothing(anne: Person, draft: Call) -> None:
    services.discard_draft(draft, by=anne, at=clock.now())
    with pytest.raises(NotFoundError):
        queries.call(draft.id)
    assert db.session.query(Question).count() == 0


def test_a_call_follows_the_regulation_of_its_first_day(anne: Person, draft: Call) -> None:
    a_scheme(anne)
    reference = law.reference(draft.regulation, "klagefrist", date(2026, 3, 2))
    assert reference == "forvaltningsloven § 29"
    assert law.reference(draft.regulation, "klagefrist", date(2026, 3, 2), "nn").startswith(
        "forvaltningslova"
    )
    with pytest.raises(LookupError):
        law.reference(draft.regulation, "klagefrist", date(1960, 1, 1))

"""How a call shares out and spreads its frame: rules and bounds of a draft, and of its round."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from accounts.models import Person
from criteria.allocation import Aim, Bound, Method
from criteria.ranking import USUAL_TIES, TieRule, Ties, Trait
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore, kroner
from grants import overview, queries, rules, services
from grants.basis import basis_of
from grants.changes import Kind, difference, snapshot_of
from grants.models import Call, RuleKey
from grants.rulesheet import chapters_of
from grants.services import BoundSetting, RuleSetting
from grants.words import CallPart, CallRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call, a_draft

WHY = Bilingual("Midlene skal nå hele landet.", "Midlane skal nå heile landet.")
EACH_COUNTY = BoundSetting(
    Trait.COUNTY, "", 0, 3, NOTHING, kroner(9_000_000), WHY, "Tildelingsbrevet"
)
SMALL = BoundSetting(Trait.SIZE_CLASS, "under_5000", 2, None, kroner(1_000_000), None, WHY, "")


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def put(call: Call, by: Person, **values: str) -> None:
    for key, value in values.items():
        rule = next(one for one in call.rules if one.key is RuleKey(key))
        setting = RuleSetting(value, rule.note, chosen_by_administrator=False)
        services.change_rule(call, rule, setting, by=by, at=clock.now())


def bind(call: Call, by: Person, *settings: BoundSetting) -> None:
    for one in settings:
        services.add_bound(queries.call(call.id), one, by=by, at=clock.now())


def said(call: Call, language: str) -> str:
    chapters = chapters_of(queries.call(call.id), language)
    return " ".join(one.text for chapter in chapters for one in chapter.statements).replace(
        "\u00a0", " "
    )


def lacks(call: Call) -> str:
    found = overview.of_call(queries.call(call.id), clock.now())
    return " ".join(lack for part in found.parts for lack in part.lacks)


def test_a_call_ranks_and_shares_out_as_its_sheet_says(anne: Person) -> None:
    terms = rules.terms_of(a_call(anne), kroner(1))
    assert (terms.ties, terms.max_grant, terms.bounds) == (USUAL_TIES, None, ())
    assert terms.aim is Aim.POINTS_FOR_MONEY


def test_every_choice_reaches_the_terms_and_the_rule_sheet(anne: Person) -> None:
    draft = a_draft(anne)
    put(
        draft, anne, grant_cap=str(kroner(2_000_000)), tie_first="higher_on_main_criterion",
        tie_second="lot", lot="Lotto 9.5.2026", aim="most_points",
    )  # fmt: skip
    bind(draft, anne, EACH_COUNTY, SMALL)
    terms = rules.terms_of(queries.call(draft.id), kroner(1))
    assert terms.ties == Ties((TieRule.HIGHER_ON_MAIN_CRITERION, TieRule.LOT), "Lotto 9.5.2026")
    assert (terms.max_grant, terms.aim) == (kroner(2_000_000), Aim.MOST_POINTS)
    assert terms.bounds == (
        Bound(Trait.COUNTY, most_cases=3, most_amount=kroner(9_000_000)),
        Bound(Trait.SIZE_CLASS, "under_5000", least_cases=2, least_amount=kroner(1_000_000)),
    )
    main = rules.main_criterion(queries.call(draft.id))
    assert main is not None
    for sentence in (
        "En søknad får høyst 2 000 000 kr, også når den ber om mer.",
        "Hvert fylke skal til sammen ha høyst 3 tilskudd og høyst 9 000 000 kr.",
        "Kommuner med under 5 000 innbyggere skal til sammen ha minst 2 tilskudd og minst 1 000 000 kr.",
        f"går den med flest poeng på kriteriet «{main.name.nb}», som veier mest, foran.",
        "Er de fortsatt like, går den med lavest lodd foran.",
        "Loddet for en søknad er SHA-256 av «Lotto 9.5.2026»",
        "teller hver søknad med poengene sine",
    ):
        assert sentence in said(draft, "nb")
    assert "Kvart fylke skal til saman ha høgst 3 tilskot og høgst 9 000 000 kr." in said(
        draft, "nn"
    )
    assert "Er de da også like" not in said(draft, "nb")


@pytest.mark.parametrize("method", Method)
def test_every_way_of_sharing_out_is_said(anne: Person, method: Method) -> None:
    draft = a_draft(anne)
    draft.method = method
    sheets = [
        " ".join(one.text for chapter in chapters_of(draft, form) for one in chapter.statements)
        for form in ("nb", "nn")
    ]
    assert sheets[0] != sheets[1]
    db.session.rollback()


def test_a_bound_is_copied_told_apart_and_cannot_change_in_an_edition(anne: Person) -> None:
    draft = a_draft(anne)
    bind(draft, anne, SMALL)
    services.publish_call(queries.call(draft.id), by=anne, at=clock.now())
    published = queries.call(draft.id)
    edition = queries.call(services.begin_edition(published, by=anne, at=clock.now()).id)
    assert basis_of(edition) == basis_of(published)
    acts: list[Callable[[], object]] = [
        lambda: services.add_bound(edition, EACH_COUNTY, by=anne, at=clock.now()),
        lambda: services.change_bound(
            edition, edition.bounds[0], EACH_COUNTY, by=anne, at=clock.now()
        ),
        lambda: services.remove_row(edition, edition.bounds[0], by=anne, at=clock.now()),
        lambda: put(edition, anne, tie_first="more_inhabitants"),
    ]
    for act in acts:
        with pytest.raises(RuleBrokenError) as refusal:
            act()
        assert refusal.value.reason is CallRefusal.BELONGS_TO_ROUND
    edition.bounds[0].least_cases = 3
    assert basis_of(edition) != basis_of(published)
    found = difference(snapshot_of(published), snapshot_of(edition))
    (changed,) = [one for one in found if not one.is_empty]
    assert (changed.part, changed.changes[0].kind) == (CallPart.PORTFOLIO, Kind.CHANGED)
    db.session.rollback()


def test_a_bound_that_contradicts_itself_or_another_is_refused(anne: Person) -> None:
    draft = a_draft(anne)
    bind(draft, anne, SMALL)
    for setting, reason in (
        (SMALL, CallRefusal.BOUND_TAKEN),
        (replace(EACH_COUNTY, most_cases=None, most_amount=None), CallRefusal.BOUND_LIMITS_NOTHING),
        (replace(EACH_COUNTY, least_cases=4), CallRefusal.BOUND_BACKWARDS),
        (replace(EACH_COUNTY, least_amount=kroner(9_000_001)), CallRefusal.BOUND_BACKWARDS),
    ):
        with pytest.raises(RuleBrokenError) as refusal:
            bind(draft, anne, setting)
        assert refusal.value.reason is reason
    assert len(queries.call(draft.id).bounds) == 1


def test_rules_without_an_answer_keep_a_call_from_being_published(anne: Person) -> None:
    draft = a_draft(anne)
    assert lacks(draft) == ""
    put(draft, anne, tie_first="lot", tie_second="lot", min_grant="", grant_cap=str(Ore(99_900)))
    bind(draft, anne, EACH_COUNTY)
    for sentence in (
        "Loddtrekning som alle kan gjøre om igjen står to ganger",
        "det står ikke hva loddet lages av",
        "er lavere enn det minste",
    ):
        assert sentence in lacks(draft)
    with pytest.raises(RuleBrokenError) as refusal:
        put(draft, anne, lot="x" * 41)
    assert refusal.value.reason is CallRefusal.VALUE_TOO_LONG

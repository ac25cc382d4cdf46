import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from accounts.models import OrganisationKind
from applications.finding.models import ServiceArea
from criteria.instalments import PlanStep, plan
from foundation.language import Bilingual
from foundation.money import kroner
from grants.catalogue import (
    CALLS,
    SCHEME,
    CallSheet,
    SchemeSheet,
    load_call,
    load_scheme,
)
from grants.models import QuestionKind, RuleKey

ONLY_BOKMAL = frozenset({
    "bare", "dem", "dere", "deres", "en", "et", "flere", "fra", "gir",
    "gjøre", "gjør", "hva", "hvem", "hver", "hvilke", "hvilken", "hvis", "hvor", "hvordan",
    "ikke", "jeg", "kommuner", "kommunene", "løsning", "løsninger", "løsningen", "hverandre", "mye",
    "nettverkene", "noen", "ordningen", "selv", "selve", "sammen", "søke", "søker", "tjenester",
    "tjenestene", "tilskudd", "tilskuddet", "uten", "være", "utlysningen", "økt", "bedre", "mer",
})  # fmt: skip
ONLY_NYNORSK = frozenset({
    "berre", "betre", "dei", "dykk", "dykkar", "eit", "ein", "fleire", "frå", "gje", "gjev", "gjere",
    "ho", "ikkje", "kva", "kven", "kor", "korleis", "kommunar", "kommunane", "løysing", "løysingar",
    "løysinga", "meir", "mykje", "nokon", "nokre", "ordninga", "sjølv", "sjølve", "saman", "søkje",
    "tenester", "tenestene", "tilskot", "tilskotet", "utan", "vere", "utlysinga", "auka",
})  # fmt: skip
PROPER_NAMES = re.compile("Pasientens legemiddelliste|Samarbeidsmodell for internasjonale standarder")

SECTIONS_OF_1967 = {
    "forelopig_svar": "§ 11 a", "klagefrist": "§ 29", "utsatt_iverksetting": "§ 42",
    "omgjoring": "§ 35",
}  # fmt: skip
SECTIONS_OF_2025 = {
    "forelopig_svar": "§ 17", "klagefrist": "§ 63", "utsatt_iverksetting": "§ 76",
    "omgjoring": "§ 71",
}  # fmt: skip


@pytest.fixture(scope="module")
def scheme() -> SchemeSheet:
    return load_scheme(SCHEME)


@pytest.fixture(scope="module", params=CALLS, ids=lambda path: path.stem)
def call(request: pytest.FixtureRequest) -> CallSheet:
    return load_call(request.param)


def texts(value: object) -> Iterator[Bilingual]:
    if isinstance(value, Bilingual):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-zæøåéèôòóâ]+", PROPER_NAMES.sub("", text).lower()))


def all_texts() -> list[Bilingual]:
    sheets = [load_scheme(SCHEME), *(load_call(path) for path in CALLS)]
    return [text for sheet in sheets for text in texts(sheet)]


def test_every_text_stands_in_both_forms() -> None:
    found = all_texts()
    assert len(found) > 500
    assert [text for text in found if not text.is_whole] == []


def test_nynorsk_is_not_bokmal_in_disguise() -> None:
    assert {text.nn for text in all_texts() if words_of(text.nn) & ONLY_BOKMAL} == set()


def test_bokmal_has_no_nynorsk_left_in_it() -> None:
    assert {text.nb for text in all_texts() if words_of(text.nb) & ONLY_NYNORSK} == set()


def test_sentences_are_short_enough_to_be_read() -> None:
    sentences = [
        sentence for text in all_texts() for form in (text.nb, text.nn)
        for sentence in re.split(r"(?<=[.?!:])\s", form)
    ]
    assert [sentence for sentence in sentences if len(sentence.split()) > 32] == []


def test_the_scheme_has_its_measures_needs_benefits_and_goals(scheme: SchemeSheet) -> None:
    assert [one.code for one in scheme.measures] == ["T1", "T2", "T3", "T4", "T5"]
    assert [one.code for one in scheme.needs] == [f"B{number}" for number in range(1, 14)]
    assert [one.code for one in scheme.benefits] == ["G1", "G2", "G3", "G4", "G5"]
    assert [(one.code, len(one.points)) for one in scheme.goals] == [
        ("EM1", 4), ("EM2", 6), ("EM3", 4),
    ]  # fmt: skip


def test_ambition_levels_are_those_of_the_study(scheme: SchemeSheet) -> None:
    assert [
        (one.level, one.grants_per_year, one.network_per_year, one.coverage_percent)
        for one in scheme.levels
    ] == [
        (1, kroner(60_000_000), 0, 50),
        (2, kroner(60_000_000), kroner(15_000_000), 58),
        (3, kroner(100_000_000), kroner(15_000_000), 63),
    ]
    assert scheme.recommended_level == 3
    assert [one.measures for one in scheme.levels] == [
        ("T1", "T4", "T5"), ("T1", "T3", "T4", "T5"), ("T1", "T2", "T3", "T4", "T5"),
    ]  # fmt: skip


def test_money_is_reckoned_for_every_year_at_the_recommended_level(scheme: SchemeSheet) -> None:
    (level,) = [one for one in scheme.levels if one.level == scheme.recommended_level]
    expected = {(60, level.grants_per_year), (73, level.network_per_year)}
    for year in range(scheme.first_year, scheme.last_year + 1):
        found = {(one.post, one.amount) for one in scheme.appropriations if one.year == year}
        assert found == expected
    assert all("ambisjonsnivå 3" in one.authority for one in scheme.appropriations)


def test_letters_cite_the_act_in_force_and_not_the_one_without_a_date(scheme: SchemeSheet) -> None:
    acts = {one.identifier: one for one in scheme.regulation.statutes}
    old, new = acts["LOV-1967-02-10"], acts["LOV-2025-06-20-81"]
    assert SECTIONS_OF_1967.items() <= old.sections.items()
    assert SECTIONS_OF_2025.items() <= new.sections.items()
    assert new.valid_from is None
    assert scheme.regulation.statute_on(date(2027, 1, 1)) is old
    with pytest.raises(LookupError):
        scheme.regulation.statute_on(date(1969, 12, 31))


def test_the_acts_become_json_for_the_row(scheme: SchemeSheet) -> None:
    statutes = scheme.regulation.references["statutes"]
    assert [one["valid_from"] for one in statutes] == ["1970-01-01", None]
    assert statutes[0]["sections"]["begrunnelse"] == "§§ 24 og 25"
    assert statutes[0]["name"] == {"nb": "forvaltningsloven", "nn": "forvaltningslova"}


def test_a_call_has_six_or_seven_scored_criteria_that_weigh_100(call: CallSheet) -> None:
    assert len(call.scored) in (6, 7)
    assert sum(one.weight for one in call.scored) == 100


def test_every_mark_has_an_anchor_of_its_own(call: CallSheet) -> None:
    for one in call.scored:
        assert len({anchor.nb for anchor in one.anchors}) == one.max_mark + 1 == 6
        assert len({anchor.nn for anchor in one.anchors}) == 6
    first = Counter(anchor.nb for one in call.scored for anchor in one.anchors)
    assert first.most_common(1)[0][1] == 1


def test_eight_gates_are_answered_before_anything_is_scored(call: CallSheet) -> None:
    assert [one.code for one in call.gates] == [f"TK{number}" for number in range(1, 9)]
    assert all(one.weight == 0 and one.anchors == () for one in call.gates)
    assert call.criteria == (*call.gates, *call.scored)


def test_codes_are_unique(call: CallSheet) -> None:
    for coded in (call.activities, call.conditions, call.questions, call.criteria):
        codes = [one.code for one in coded]
        assert len(codes) == len(set(codes)) > 0


def test_every_choice_has_a_value_of_its_own(call: CallSheet) -> None:
    offered = [one for one in call.questions if one.choices]
    assert {one.kind for one in offered} == {QuestionKind.CHOICE, QuestionKind.CHOICES}
    for one in offered:
        values = [choice.value for choice in one.choices]
        assert all(values)
        assert len(values) == len(set(values)) > 1


def test_needs_and_benefits_are_offered_from_the_scheme(
    call: CallSheet, scheme: SchemeSheet
) -> None:
    by_code = {one.code: one for one in call.questions}
    needs = [(one.code, one.text) for one in scheme.needs]
    benefits = [(one.code, one.name) for one in scheme.benefits]
    assert [(one.value, one.label) for one in by_code["BEHOV-03"].choices] == needs
    assert [(one.value, one.label) for one in by_code["GEVINST-01"].choices] == benefits


def test_a_kommune_is_not_asked_for_more_than_it_can_answer(call: CallSheet) -> None:
    declared = [one for one in call.questions if one.kind is QuestionKind.DECLARATION]
    asked = [
        one for one in call.questions
        if one.kind is not QuestionKind.DECLARATION and one.shown_when is None
    ]
    written = [one for one in asked if one.kind in {QuestionKind.TEXT, QuestionKind.TABLE}]
    assert 18 <= len([one for one in asked if one.required]) <= 24
    assert len(asked) <= 25
    assert len(written) <= 12
    assert len(declared) == 5


def test_the_services_of_a_project_are_those_that_plans_name(call: CallSheet) -> None:
    (services,) = [one.choices for one in call.questions if one.code == "TJEN-01"]
    assert [one.value for one in services] == [*ServiceArea, "other"]


def test_a_call_has_every_rule_and_says_which_the_administrator_chose(call: CallSheet) -> None:
    assert {one.key for one in call.rules} == set(RuleKey)
    for one in call.rules:
        assert one.chosen_by_administrator == ("Forvalteren har valgt" in one.note.nb)
        assert one.chosen_by_administrator == ("Forvaltaren har valt" in one.note.nn)


def test_those_who_go_ahead_get_the_highest_rate(call: CallSheet) -> None:
    rules = {one.key.value: one.value for one in call.rules}
    rates = [int(rules[f"rate_{year}"]) for year in range(2024, 2029)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == 100
    assert rates[0] > rates[-1] > 0


def test_midt_norge_is_out_of_procurement_and_in_on_innforing() -> None:
    found = {
        sheet.measure_code: rule.value
        for sheet in map(load_call, CALLS) for rule in sheet.rules
        if rule.key is RuleKey.MIDT_NORGE
    }
    assert found == {"T1": "excluded", "T2": "allowed"}


def test_what_is_not_supported_has_its_reason(call: CallSheet) -> None:
    excluded = {one.code for one in call.activities if not one.supported}
    assert excluded == {"X1", "X2", "T2-X1", "T2-X2", "T2-X3"}
    assert all((one.reason is None) == one.supported for one in call.activities)
    supported = [one.code for one in call.activities if one.supported]
    assert all(code.startswith(f"{call.measure_code}-A") for code in supported)


def test_only_kommuner_lead(call: CallSheet) -> None:
    assert [one.kind for one in call.kinds if one.may_lead] == [OrganisationKind.MUNICIPALITY]
    assert OrganisationKind.HEALTH_TRUST in {one.kind for one in call.kinds}


def test_the_payment_plan_can_be_followed(call: CallSheet) -> None:
    steps = [PlanStep(one.position, one.percent, one.trigger) for one in call.plan_steps]
    paid = plan({2027: kroner(1_000_000)}, steps)
    assert [one.amount for one in paid] == [kroner(600_000), kroner(200_000), kroner(200_000)]


def test_the_calls_of_a_year_keep_within_the_year(scheme: SchemeSheet) -> None:
    frames = sum(load_call(path).frame for path in CALLS)
    (year,) = [one for one in scheme.appropriations if (one.post, one.year) == (60, 2027)]
    assert frames <= year.amount


def test_texts_fit_the_columns_they_go_into(call: CallSheet) -> None:
    codes = [
        *(one.code for one in call.questions), *(one.code for one in call.activities),
        *(one.code for one in call.conditions), *(one.code for one in call.criteria),
    ]  # fmt: skip
    sources = [
        *(one.source for one in call.rules), *(one.source for one in call.activities),
        *(one.source for one in call.conditions), *(one.source for one in call.criteria),
    ]  # fmt: skip
    assert all(len(code) <= 20 for code in codes)
    assert all(0 < len(source) <= 200 for source in sources)
    assert all(len(choice.value) <= 40 for one in call.questions for choice in one.choices)

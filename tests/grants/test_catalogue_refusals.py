from pathlib import Path
from shutil import copytree

import pytest

from grants.catalogue import CALLS, REFERENCE, SheetError, load_call, load_scheme

CALL = "anskaffelse-2027.yaml"
SCHEME = "helseteknologiordningen.yaml"
AN_ANCHOR = """      - nb: Søknaden omtaler ikke samhandling.
        nn: Søknaden omtalar ikkje samhandling.
"""

BROKEN = [
    (CALL, "{code: TK10, weight: 15}", "{code: TK10, weight: 16}", "the weights sum to 101"),
    (CALL, "{code: TK10, weight: 15}", "{code: TK10, weight: 15, threshold: 6}", "off its scale"),
    (CALL, "percent: 60", "percent: 50", "the payment steps sum to 90"),
    (CALL, "code: TK9,", "code: TK99,", r"criteria\[0\].code: TK99 is not in the bank"),
    (CALL, "[V1, V2", "[V1, V1", "condition V1 stands twice"),
    (CALL, "measure: T1", "measure: T9", "measure T9 is not in the scheme"),
    (CALL, "value: excluded", "value: perhaps", r"rules\[9\].value: 'perhaps' is none of"),
    (CALL, "value: 3\n", "value: three\n", r"rules\[0\].value: is not a whole number"),
    (CALL, "key: min_grant", "key: max_grant", "rule max_grant stands twice"),
    (CALL, "closes_on: 2027-01-15", "closes_on: 2026-01-15", "closes before it opens"),
    (CALL, "closes_on: 2027-01-15", "closes_on: snart", "closes_on: is not a date"),
    (CALL, "post: 60", "post: 61", "budget post 701.61 is not in the scheme"),
    (CALL, "last_year: 2028", "last_year: 2029", "the years 2027–2029"),
    (CALL, "method:", "methode:", "lacks method"),
    (CALL, "code: anskaffelse-2027", "code: anskaffelse-2027\ncolour: red", "unknown colour"),
    (CALL, "may_lead: true", "may_lead: false", "nobody may lead"),
    (CALL, "may_lead: true", "may_lead: perhaps", "is neither true nor false"),
    (CALL, "trigger: accepted", "trigger: soon", "'soon' is none of"),
    ("criteria.yaml", AN_ANCHOR, "", "has 5 anchors"),
    ("criteria.yaml", "nn: Nok kommunar i samarbeidet", "nn: ''", "name.nn: is not a text"),
    ("questions.yaml", "kind: number", "kind: text", "max_chars belongs to every text"),
    ("questions.yaml", "kind: number", "kind: choice", "kind choice has 0 choices"),
    ("questions.yaml", "value: oversikt", "value: tilgang", "choice tilgang stands twice"),
    ("questions.yaml", "choices_from: needs", "choices_from: wishes", "choices_from wishes"),
    ("questions.yaml", "kind: table", "kind: date", "columns belong to every table"),
    ("questions.yaml", "code: losning", "code: kommune", "column kommune stands twice"),
    ("questions.yaml", "kind: date", "kind: date\n  lowest: 3", "lowest belongs to numbers and"),
    (CALL, "any_of: [ja]", "any_of: [kanskje]", "question FIN-03 is value_not_offered"),
    (CALL, "{code: PERS-01, any", "{code: PERS-04, any", "question PERS-02 is not_earlier"),
    (CALL, "any_of: [ja]", "mostly: [ja]", "needs one of any_of, none_of"),
    ("questions.yaml", "code: BEHOV-02", "code: BEHOV-01", "code BEHOV-01 stands twice"),
    (SCHEME, "  nn: Helseteknologiordninga\n", "", "name: lacks nn"),
    (SCHEME, "year: 2028, kroner", "year: 2029, kroner", "appropriation for 2029"),
    (SCHEME, "post: 73, year: 2028", "post: 74, year: 2028", "unknown 701.74"),
    (SCHEME, "[T1, T4, T5]", "[T1, T7]", "level 1 opens unknown T7"),
    (SCHEME, "recommended_level: 3", "recommended_level: 4", "4 is no level"),
    (SCHEME, "        klagefrist: § 29\n", "", "lacks klagefrist"),
    (SCHEME, "key: fvl-2025", "key: fvl-1967", "statute fvl-1967 stands twice"),
    (SCHEME, "purpose:", "purpose: [", "cannot start any token"),
]


@pytest.mark.parametrize(("file", "good", "bad", "complaint"), BROKEN)
def test_a_bad_sheet_is_refused_with_file_and_place(
    tmp_path: Path, file: str, good: str, bad: str, complaint: str
) -> None:
    folder = copytree(REFERENCE, tmp_path / "reference")
    text = (folder / file).read_text(encoding="utf-8")
    assert good in text
    (folder / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(SheetError, match=complaint) as refused:
        load_both_calls(folder)
    assert file in str(refused.value)


def load_both_calls(folder: Path) -> None:
    for path in CALLS:
        load_call(folder / path.name)


def test_a_missing_sheet_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"nowhere\.yaml"):
        load_scheme(tmp_path / "nowhere.yaml")

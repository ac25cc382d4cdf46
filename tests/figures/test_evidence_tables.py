"""Whatever the models hold of a case is in its evidence pack, or left out for a reason that is told here."""

from figures.evidence.tables import ABOUT, BESIDE, EVIDENCE, NOT_SENT, TREE
from foundation.database import Base

TABLES = Base.metadata.tables
LEFT_OUT = {
    "assistance_request": "help that a kommune asked for: the basis of no decision",
    "case_contact": "whom to reach at a recipient: personal data, and no basis of a decision",
    "case_text": "an index of words, made from the rest",
    "counter_offer": "talk among those who apply, before they hand in",
    "declaration": "what people said of their own ties",
    "disclosure_request": "who asked to read a document: an asker may be anonymous",
    "effort_said": "how long applying took: of the form, not of the case",
    "experience": "what a project shares with others: in the library, and the basis of nothing",
    "internal_note": "working notes of the office",
    "message": "talk; what decides is in letters, deficiencies and answers",
    "message_read": "who has read a message",
    "objection": "what was said of somebody's ties",
    "plan_group": "plans that kommuner shared before they applied",
    "ruling": "what was said of somebody's ties",
    "sheet_use": "which fact sheet filled in a draft",
    "sitting": "how often a draft was saved",
}
NAMED = {
    "activity": "by its id: it stands in the call's rule sheet",
    "appropriation": "in the pack of its year",
    "benefit": "by its id: it stands in the catalogue",
    "benefit_version": "by its id: it stands in the catalogue",
    "criterion": "by its id: it stands in the call's rule sheet",
    "letter_template": "by its id: the letter itself is in the pack",
    "organisation": "by name and number",
    "person": "by name alone",
    "proposal": "about all cases of a round; the case's own line is there",
    "question": "by its id: it stands in the call",
}


def test_every_table_of_a_case_is_in_its_pack_or_left_out_for_a_reason() -> None:
    belongs = {
        name
        for name, table in TABLES.items()
        if {key.column.table.name for key in table.foreign_keys} & EVIDENCE
    }
    known = EVIDENCE | {one.table for one in BESIDE} | LEFT_OUT.keys()
    assert sorted(belongs - known) == [], "put these in figures/evidence/tables.py"
    assert sorted(LEFT_OUT.keys() - belongs) == []
    assert not LEFT_OUT.keys() & EVIDENCE


def test_every_table_that_a_case_refers_to_is_in_its_pack_or_only_named() -> None:
    referred = {
        key.column.table.name for name in EVIDENCE for key in TABLES[name].foreign_keys
    } - EVIDENCE
    beside = {one.table for one in BESIDE}
    assert sorted(referred - beside - NAMED.keys()) == []
    assert sorted(NAMED.keys() - referred) == []


def test_each_branch_hangs_on_a_key_and_comes_after_what_it_hangs_on() -> None:
    seen = set[str]()
    for name, column, parent in TREE:
        if parent is not None:
            (key,) = TABLES[name].columns[column].foreign_keys
            assert (key.column.table.name, key.column.name) == (parent, "id")
            assert parent in seen
        seen.add(name)
    for beside in BESIDE:
        for table, column in beside.named:
            assert table in seen
            assert column in TABLES[table].columns
        seen.add(beside.table)
    assert NOT_SENT.keys() | ABOUT.keys() <= seen

import re
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from accounts.models import AuditEntry
from figures import trail
from figures.actwords import ACT_WORDS
from figures.queries.trail import TrailFilter, TrailPage, trail_page
from foundation.columns import JsonValue
from tests.builders.decisions import a_published_round

ROOT = Path(__file__).parents[2]


def acts_in_code() -> set[str]:
    """Find every act that the code names, as a text of its own, where the trail is written."""
    found = set()
    for folder in ("accounts", "grants", "applications", "assessments", "decisions", "payments",
                   "followup", "figures"):  # fmt: skip
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            if "audit.record" in source or "record_change" in source:
                found |= set(re.findall(r'^\s*"([a-z]+\.[a-z_]+)",', source, re.MULTILINE))
                found |= set(
                    re.findall(r'(?:record|record_change)\((?:\w+, )?"([a-z]+\.[a-z_]+)"', source)
                )
    return found


def test_every_act_has_words() -> None:
    acts = acts_in_code()
    assert {"person.signed_in", "call.published", "figures.taken_out", "proposal.made"} <= acts
    assert acts - ACT_WORDS.keys() == set()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_act_is_told_in_words_and_an_unknown_one_by_its_name(app: Flask) -> None:
    told = {
        act: trail.told(AuditEntry(act=act, detail=JsonValue(detail)))
        for act, detail in (
            ("ledger.payment", {}),
            ("case.partner_confirmed", {"name": "Voss"}),
            ("case.partner_declined", {}),
            ("person.signed_in", {}),
            ("of.tomorrow", {}),
        )
    }
    assert told == {
        "ledger.payment": "Utbetaling",
        "case.partner_confirmed": "Voss bekreftet sin del",
        "case.partner_declined": "case.partner_declined",
        "person.signed_in": "En person logget inn",
        "of.tomorrow": "of.tomorrow",
    }
    assert app.testing


def numbers(page: TrailPage) -> list[int]:
    return [row.entry.id for row in page.rows]


def test_the_trail_is_read_newest_first_a_page_at_a_time_and_back(app: Flask) -> None:
    del app
    a_published_round((5,))
    whole = numbers(trail_page(TrailFilter(), size=10_000))
    assert whole == list(range(len(whole), 0, -1))
    first = trail_page(TrailFilter(), size=20)
    second = trail_page(TrailFilter(), after=first.after, size=20)
    assert numbers(first) + numbers(second) == whole[:40]
    assert first.before is None
    assert numbers(trail_page(TrailFilter(), before=second.before, size=20)) == numbers(first)
    last = trail_page(TrailFilter(), after=11, size=20)
    assert numbers(last) == list(range(10, 0, -1))
    assert last.after is None


def test_the_trail_is_searched_by_subject_act_person_and_day(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    case = made.applications[0]
    every = trail_page(TrailFilter(), size=10_000).rows

    def found(chosen: TrailFilter) -> list[int]:
        return numbers(trail_page(chosen, size=10_000))

    of_case = [row.entry.id for row in every if row.entry.subject == f"application:{case.id}"]
    assert of_case
    assert found(TrailFilter(subject=str(case.case_number))) == of_case
    assert found(TrailFilter(subject=f"application:{case.id}")) == of_case
    assert found(TrailFilter(subject="application")) == of_case
    assert found(TrailFilter(subject=f"application:{case.id}99")) == []

    assert found(TrailFilter(act="call.")) == [
        row.entry.id for row in every if row.entry.act.startswith("call.")
    ]
    assert found(TrailFilter(act="%")) == []

    by_maker = [row.entry.id for row in every if row.person == made.maker.name]
    assert by_maker
    assert found(TrailFilter(person=made.maker.name.upper()[:4])) == by_maker
    assert found(TrailFilter(person="ingen heter dette")) == []

    # The cases were handed in on 2 March and decided on 4 May 2026, days in Oslo.
    in_march = [row.entry.id for row in every if row.entry.at.month == 3]
    assert 0 < len(in_march) < len(every)
    assert found(TrailFilter(last_day=date(2026, 3, 2))) == in_march
    assert found(TrailFilter(first_day=date(2026, 3, 3), last_day=date(2026, 5, 3))) == []
    rest = [row.entry.id for row in every if row.entry.id not in in_march]
    assert found(TrailFilter(first_day=date(2026, 5, 4))) == rest

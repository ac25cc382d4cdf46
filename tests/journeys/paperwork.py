"""The letters of a decided round, read as they were printed."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Row, text

from foundation import files
from foundation.database import db
from foundation.money import Ore, format_kroner
from tests.journeys.browsing import lacking, plain, printed
from tests.journeys.marked import SAID
from tests.journeys.parties import Ruled

NAMED = {
    ("partial_award", "nb"): (
        "Tilskuddsbrev",
        "et tilskudd på inntil",
        "Dere får {amount} av {asked}",
    ),
    ("partial_award", "nn"): (
        "Tilskotsbrev",
        "eit tilskot på inntil",
        "De får {amount} av {asked}",
    ),
    ("refusal", "nb"): ("Avslag", "Søknaden om tilskudd til «{title}» er avslått"),
    ("refusal", "nn"): ("Avslag", "Søknaden om tilskot til «{title}» er avslått"),
}
"""What a letter of each kind says in each form, and its heading."""
_OTHER = {"nb": "nn", "nn": "nb"}
_OF_A_DECISION = """SELECT o.id AS organisation, l.language, l.sha256, l.kind, l.dated
    FROM letter l JOIN organisation o ON o.id = l.organisation_id
    WHERE l.decision_id = :decision AND l.superseded_at IS NULL"""
_ABOUT = """SELECT language, sha256 FROM letter WHERE application_id = :case
    AND organisation_id = :lead AND kind = :kind AND decision_id IS NULL"""


def read_all(cases: Sequence[Ruled], folder: Path, dated: str, signed_by: str) -> None:
    """Read every letter of a round: each party has its own form, and the letter says what was decided."""
    languages: Counter[str] = Counter()
    for one in cases:
        for language, said in _letters_of(one, folder).items():
            languages[language] += 1
            kind = "partial_award" if one.is_award else "refusal"
            expected = [
                *(_filled(part, one) for part in NAMED[kind, language]),
                f"Saksnummer {one.number}", dated, one.lead.name, one.other.name, SAID, signed_by,
                "§ 28",
            ]  # fmt: skip
            bare = _bare(said)  # a name may be broken after its hyphen
            assert lacking(bare, *map(_bare, expected)) == [], (one, language)
            others = NAMED[kind, _OTHER[language]][1]
            assert _filled(others, one) not in said, one
    assert languages["nn"] > len(cases) // 10
    assert languages["nb"] > len(cases) // 2


def letter_of(one: Ruled, folder: Path) -> str:
    """Read the lead's letter of the decision in a case."""
    return _letters_of(one, folder)[one.lead.language]


def saying(one: Ruled, kind: str, folder: Path) -> str:
    """Read the lead's one letter of a kind about something else than the decision in a case."""
    (letter,) = _rows(_ABOUT, case=one.id, lead=one.lead.id, kind=kind)
    assert letter.language == one.lead.language
    return _read(letter.sha256, folder)


def kr(amount: int) -> str:
    """Write an amount as letters and pages do."""
    return plain(format_kroner(Ore(amount)))


def _letters_of(one: Ruled, folder: Path) -> dict[str, str]:
    """Read each document of a decision by its form; the parties who share one have the very same."""
    rows = {row.organisation: row for row in _rows(_OF_A_DECISION, decision=one.decision)}
    assert rows.keys() == {one.lead.id, one.other.id}
    documents: dict[str, str] = {}
    for party in (one.lead, one.other):
        row = rows[party.id]
        assert row.language == party.language, (one, party)
        assert documents.setdefault(row.language, row.sha256) == row.sha256
    return {language: _read(sha256, folder) for language, sha256 in documents.items()}


def _read(sha256: str, folder: Path) -> str:
    document = folder / "brev.pdf"
    document.write_bytes(files.store().read(sha256))
    return printed(document)


def _filled(part: str, one: Ruled) -> str:
    return part.format(amount=kr(one.amount), asked=kr(one.asked), title=one.title)


def _bare(said: str) -> str:
    return said.replace(" ", "")


def _rows(query: str, **values: object) -> Sequence[Row[Any]]:
    with db.engine.connect() as connection:
        return connection.execute(text(query), values).all()

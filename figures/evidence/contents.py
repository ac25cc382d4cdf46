"""The files of an evidence pack, made one at a time while it is written."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePosixPath

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, or_, select

from accounts.models import AuditEntry
from figures.asking import CSV, written
from figures.evidence.archive import Member
from figures.evidence.books import books_of
from figures.evidence.extent import Extent
from figures.evidence.records import Rows, as_json, rows_of
from figures.evidence.scope import Scope, Subject
from figures.evidence.tables import ABOUT
from figures.evidence.verify import TRAIL
from figures.queries import money
from figures.queries.rows import Selection
from figures.sources import EXPORTED, Source
from foundation import clock
from foundation.database import db
from foundation.files import store
from payments.models import Entry

VERIFIER = "verifiser.py"
_README = "LES-MEG.txt"
_BATCH = 1_000
_DOCUMENTS = {
    "letter": ("sha256", "brev", "kind"),
    "report": ("document_sha256", "rapporter", "number"),
}
"""The tables whose rows name a PDF/A document of ours: by which column, in which folder, called what."""
_ENCLOSED = ("attachment", "complaint_file", "report_file", "local_decision")
"""The tables whose rows name a file that the applicant sent, as it was."""


def members_of(scope: Scope, cases: list[Subject]) -> Iterator[Member]:
    """Give the files of a pack in their order. A few queries for each case."""
    yield Member(_README, [_readme().encode()])
    yield Member(VERIFIER, [files("figures.evidence").joinpath("verify.py").read_bytes()])
    subjects = set[str]()
    for case in cases:
        rows = rows_of(case.application_id)
        subjects |= _subjects(rows)
        yield from _of_case(case, rows)
    yield from _tables(scope, cases)
    yield Member(TRAIL, _trail(_about(scope, subjects)))


def _of_case(case: Subject, rows: Rows) -> Iterator[Member]:
    folder = PurePosixPath("saker", case.case_number.replace("/", "-"))
    yield Member(str(folder / "sak.json"), [as_json(rows)])
    for table, (column, place, named) in _DOCUMENTS.items():
        for row in rows[table]:
            if row[column] is not None:
                name = f"{row['id']}-{row[named]}.pdf"
                yield Member(str(folder / place / name), store().pieces(str(row[column])))
    for table in _ENCLOSED:
        for row in rows[table]:
            if row.get("removed_at") is None and row.get("infected_at") is None:
                ending = PurePosixPath(str(row["filename"])).suffix
                path = folder / "vedlegg" / f"{table}-{row['id']}{ending}"
                yield Member(str(path), store().pieces(str(row["sha256"])))


def _tables(scope: Scope, cases: list[Subject]) -> Iterator[Member]:
    """Give the ledger of the cases as CSV, and of a year all that a controller takes out."""
    if scope.extent is Extent.YEAR:
        for code, source in EXPORTED.items():
            yield Member(f"tabeller/{code}.csv", _table(source, Selection(scope.number)))
        yield from books_of(scope.number)
        return
    ids = [one.application_id for one in cases]
    ledger = EXPORTED["ledger"].table
    own = Source(ledger, lambda chosen: money.ledger(chosen, Entry.application_id.in_(ids)))
    yield Member("tabeller/ledger.csv", _table(own, Selection()))


def _table(source: Source, chosen: Selection) -> Iterator[bytes]:
    (extract,) = written(source, [CSV], chosen)
    with extract.file as file:
        while piece := file.read(_BATCH * _BATCH):
            yield piece


def _subjects(rows: Rows) -> set[str]:
    """Name what the audit trail says of a case: the case itself and the rows that acts are about."""
    return {
        f"{called}:{row['id']}" for table, called in ABOUT.items() for row in rows[table]
    }


def _about(scope: Scope, subjects: set[str]) -> ColumnElement[bool]:
    """Choose the lines of the trail: those of a case or a round, or the whole chain of a year."""
    if scope.extent is Extent.YEAR:
        first, last = clock.of_year(scope.number)
        return AuditEntry.at.between(first, last)
    if scope.extent is Extent.ROUND:
        subjects = subjects | {f"call:{scope.number}"}
    return or_(*(AuditEntry.subject.in_(some) for some in _batches(sorted(subjects))))


def _batches(names: list[str]) -> Iterator[list[str]]:
    for start in range(0, max(len(names), 1), _BATCH):
        yield names[start : start + _BATCH]


def _trail(where: ColumnElement[bool]) -> Iterator[bytes]:
    """Give the lines as they were sealed, one JSON object on each."""
    rows = db.session.connection().execute(
        select(AuditEntry.__table__).where(where).order_by(AuditEntry.id),
        execution_options={"yield_per": _BATCH},
    )
    for row in rows:
        line = {
            "id": row.id,
            "act": row.act,
            "subject": row.subject,
            "person": row.person_id,
            "at": row.at.isoformat(timespec="microseconds"),
            "detail": row.detail,
            "previous": row.previous_hash,
            "hash": row.hash,
        }
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def _readme() -> str:
    return str(
        _(
            "Dette er en bevispakke fra Tilsagn. Mappen «saker» har hver sak som data (JSON), med brev og "
            "rapporter som PDF/A og søkerens egne vedlegg. Mappen «tabeller» har hovedboka og andre "
            "tabeller som CSV; beløp er i hele øre. En pakke for et år har også mappen «boker» med "
            "bevilgninger, flyttinger, avsluttede måneder, bunker, filer til og fra banken og fullmakter. "
            "Filen «revisjonsspor.jsonl» har det som er gjort: "
            "hvem, når, hva og på hvilket grunnlag.\n\n"
            "Slik kontrollerer du at ingenting er endret, fjernet, lagt til eller flyttet. Du trenger "
            "bare Python 3.10 eller nyere:\n\n"
            "    python3 verifiser.py PAKKE.zip --siste HASH\n\n"
            "Den siste hashen står på pakkens side i Tilsagn og i revisjonssporet der. Hent gjerne "
            "verifiser.py et annet sted enn fra pakken selv: den følger med kildekoden til Tilsagn.\n"
        )
    )


__all__ = ["VERIFIER", "members_of"]

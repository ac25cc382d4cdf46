"""Where each table of the catalogue has its rows from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from figures.catalogue import Kind, exported, research
from figures.catalogue.tables import Table
from figures.queries import (
    answers,
    cases,
    decided,
    deviations,
    duties,
    handovers,
    marks,
    measurements,
    money,
    panel,
    participants,
    reportanswers,
    running,
    together,
)
from figures.queries.rows import Row, Selection
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True)
class Source:
    """A table and the query that gives its rows in the columns' order."""

    table: Table
    rows: Callable[[Selection], Iterator[Row]]


EXPORTED: dict[str, Source] = {
    source.table.code: source
    for source in (
        Source(exported.APPLICATIONS, cases.applications),
        Source(exported.DECISIONS, cases.decisions),
        Source(exported.LEDGER, money.ledger),
        Source(exported.INSTALMENTS, money.instalments),
        Source(exported.RECIPIENTS, money.recipients),
        Source(exported.OVERLAPS, together.taking_part_rows),
        Source(exported.DEVIATIONS, deviations.deviations),
        Source(exported.RUNNING_COSTS, running.running_costs),
    )
}
"""What a controller takes out, by its code, in the order that a workbook has it."""

RESEARCH: dict[str, Source] = {
    source.table.code: source
    for source in (
        Source(research.APPLICATIONS, decided.applications),
        Source(research.PARTICIPANTS, participants.participants),
        Source(research.DECISIONS, decided.decisions),
        Source(research.PAYMENTS, decided.payments),
        Source(research.KOMMUNER, panel.kommuner),
        Source(research.ANSWERS, answers.answers),
        Source(research.MARKS, marks.marks),
        Source(research.REPORTS, duties.reports),
        Source(research.REPORT_ANSWERS, reportanswers.report_answers),
        Source(research.BENEFITS, measurements.benefits),
        Source(research.HANDOVERS, handovers.handovers),
    )
}
"""What research takes out, by its code."""

WORKBOOK = "workbook"
QUALITY = "quality"
REGISTER = "register"
YEAR_REPORT = "year_report"
NAMES: dict[str, Bilingual] = {
    **{code: source.table.name for code, source in (RESEARCH | EXPORTED).items()},
    WORKBOOK: Bilingual("Regneark", "Rekneark"),
    REGISTER: Bilingual("Fil til tilskuddsregisteret", "Fil til tilskotsregisteret"),
    YEAR_REPORT: Bilingual("Årsrapport", "Årsrapport"),
    QUALITY: Bilingual("Kvaliteten på vurderingene", "Kvaliteten på vurderingane"),
}
"""What everything that can be taken out is called, by the code that the log has."""
SUMMED_IN_KRONER = frozenset(NAMES) - frozenset(
    code for code, source in RESEARCH.items() if source.table.control.kind is not Kind.MONEY
)
"""What has an amount for its control sum."""

"""Answers of the made-up applications, to every kind of question."""

from collections.abc import Callable, Iterable
from datetime import date
from random import Random

from applications.models import Application
from applications.tables import TableRow, rows_kept
from demo import texts
from foundation.language import Bilingual
from foundation.money import kroner
from grants.models import Question, QuestionKind
from grants.tablecolumns import CellKind, TableColumn

HALF = 0.5
SHORT = 500
COSTS = {"KOST-02": (180, 220), "KOST-03": (230, 280), "KOST-05": (40, 240)}
"""Between which percents of what is asked the expected cost, its upper estimate and a cost so far lie."""
NOT_RELEVANT = Bilingual(
    "Prosjektet endrer ikke hvordan virksomhetene samhandler.",
    "Prosjektet endrar ikkje korleis verksemdene samhandlar.",
)
RESPONSIBLE = Bilingual(
    "Lederen for helse og omsorg hos hovedsøkeren (oppdiktet)",
    "Leiaren for helse og omsorg hos hovudsøkjaren (oppdikta)",
)
CELLS = {
    "losning": ("Journalsystem A (oppdiktet)", "Journalsystem B (oppdiktet)"),
    "behov": (
        "Å se hele journalen i hjemmetjenesten", "Å slippe å skrive det samme to steder",
        "Å få meldinger fra sykehuset samme dag",
    ),
    "dekker": ("Opplæring", "Felles prosjektleder"),
    "tjeneste": ("Sykehjem og hjemmetjeneste", "Helsestasjon", "Legevakt"),
}


def to_all(rng: Random, application: Application, language: str, *, year: int) -> dict[int, str]:
    """Answer every question of the call but those of files; what is not asked in the end does not count."""
    return to_questions(rng, application, application.call.questions, language, year=year)


def to_questions(
    rng: Random, application: Application, questions: Iterable[Question], language: str, *, year: int
) -> dict[int, str]:
    """Answer some questions of the application or of a report, but those of files."""
    return {
        question.id: _answer(rng, application, question, language, year)
        for question in questions
        if question.kind is not QuestionKind.FILE
    }


def not_relevant(rng: Random, application: Application, language: str) -> dict[int, str]:
    """Say now and then of a question that may be irrelevant that it is, and why."""
    return {
        question.id: NOT_RELEVANT.in_(language)
        for question in application.call.questions
        if question.may_be_irrelevant and rng.random() < HALF
    }


def _answer(
    rng: Random, application: Application, question: Question, language: str, year: int
) -> str:
    if question.kind is QuestionKind.TABLE:
        return rows_kept([
            _row(rng, question, partner.organisation.name, year) for partner in application.partners
        ])
    if question.code in COSTS:
        percent = rng.randint(*COSTS[question.code])
        return str(kroner(application.asked * percent // 100 // kroner(5_000) * 5_000))
    is_short = question.max_chars is not None and question.max_chars <= SHORT
    made: dict[QuestionKind, Callable[[], str]] = {
        QuestionKind.TEXT: lambda: RESPONSIBLE.in_(language) if is_short else texts.prose(rng, language, 4),
        QuestionKind.NUMBER: lambda: str(rng.randint(1, 6)),
        QuestionKind.MONEY: lambda: str(kroner(rng.randrange(100, 900, 25) * 1000)),
        QuestionKind.CHOICE: lambda: rng.choice(question.choices).value,
        QuestionKind.CHOICES: lambda: _several(rng, question),
        QuestionKind.DATE: lambda: date(year, rng.randint(1, 12), 1).isoformat(),
        QuestionKind.DECLARATION: lambda: "yes",
    }
    return made[question.kind]()


def _several(rng: Random, question: Question) -> str:
    picked = rng.sample(question.choices, rng.randint(1, min(3, len(question.choices))))
    return " ".join(one.value for one in sorted(picked, key=lambda one: one.position))


def _row(rng: Random, question: Question, organisation: str, year: int) -> TableRow:
    return {column.code: _cell(rng, column, organisation, year) for column in question.columns}


def _cell(rng: Random, column: TableColumn, organisation: str, year: int) -> str:
    if column.code == "kommune":
        return organisation
    if column.kind is CellKind.CHOICE:
        return rng.choice(column.choices).value
    if column.kind is CellKind.TEXT:
        return rng.choice(CELLS.get(column.code, ("Oppdiktet",)))
    if column.kind is CellKind.MONEY:
        return str(kroner(rng.randrange(50, 400, 25) * 1000))
    return str(year if column.code == "aar" else rng.randint(1, 20))

"""The slip that goes with a file that was taken out (følgeseddel): what tells it from any other.

A CSV file and the register's file hold nothing but their rows, so that programs can read them. The slip says
by whom, when and of what, how many rows and their sum, and the checksum that the file is known by.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from figures.models import QueryLog
from figures.queries.log import said_filter
from figures.sources import NAMES, SUMMED_IN_KRONER
from foundation import clock
from foundation.money import format_kroner
from foundation.wording import format_moment


def slip_of(log: QueryLog, language: str) -> str:
    """Say a line of the log as plain text. Needs its person and key."""
    return "".join(f"{name}: {value}\n" for name, value in _lines(log, language))


def _lines(log: QueryLog, language: str) -> Iterator[tuple[str, str]]:
    name = NAMES[log.what].in_(language) if log.what in NAMES else log.what
    total = format_kroner(log.control_sum) if log.what in SUMMED_IN_KRONER else str(log.control_sum)
    yield _("Følgeseddel for uttrekk"), str(log.id)
    yield _("Hva"), f"{name}, {log.format.upper()}"
    yield _("Utvalg"), said_filter(log)
    yield _("Tatt ut"), format_moment(clock.in_oslo(log.at))
    yield _("Tatt ut av"), log.person.name if log.person else "–"
    if log.token is not None:
        yield _("Med nøkkel"), log.token.purpose
    yield _("Rader"), str(log.rows)
    yield _("Kontrollsum"), total.replace("\u00a0", " ")
    yield "SHA-256", log.sha256
    yield _("Kontroller filen"), "sha256sum FIL  (Windows: certutil -hashfile FIL SHA256)"

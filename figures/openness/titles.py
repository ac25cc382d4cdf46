"""What a document is called in the journal, derived from the row that it is. No person is named.

Only an application's title holds words that its writer chose: the project's. An officer who finds them exempt
puts another title instead.
"""

from typing import NamedTuple

from flask_babel import gettext as _

from criteria.duties import DutyKind
from decisions.models import LetterKind
from figures.openness.models import Direction, DocumentKind
from foundation import words


class Told(NamedTuple):
    """What a title is made of."""

    kind: DocumentKind
    direction: Direction
    project: str
    letter: LetterKind | None = None
    duty: DutyKind | None = None
    year: int | None = None


def title_of(told: Told) -> str:
    """Say what a document is, in the reader's form of Norwegian."""
    if told.kind is DocumentKind.APPLICATION:
        return str(_("Søknad om tilskudd: %(project)s", project=told.project))
    if told.letter is not None:
        return words.say(told.letter)
    if told.duty is None:
        return words.say(told.kind)
    report = f"{words.say(told.duty)} {told.year}"
    if told.kind is DocumentKind.REPORT:
        return report
    return str(_("Svar på %(report)s", report=report.lower()))

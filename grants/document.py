"""What a call says on paper: its rule sheet (regelark), and the whole of it, for whoever wants to read.

Values that are printed or read, all in one form of Norwegian. Nothing here knows the database.
"""

from dataclasses import dataclass
from functools import lru_cache

from foundation import paper
from foundation.letterhead import SheetHead, Stated
from grants.rulesheet import Chapter

KEPT = 16
"""How many printed documents are kept in memory: every open call's, in both forms, and a few more."""


@dataclass(frozen=True, kw_only=True)
class Heading(Stated):
    """What every paper about a call begins with."""

    head: SheetHead
    call: str
    scheme: str
    purpose: str
    regulation: str
    deadline: str
    """The last second in Oslo, in words."""
    contact: str


@dataclass(frozen=True, kw_only=True)
class RuleSheet(Stated):
    """Every rule as a sentence."""

    heading: Heading
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, kw_only=True)
class Condition(Stated):
    """A condition that every grant carries."""

    code: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Question(Stated):
    """A question as it will be asked."""

    code: str
    """With its version, as `BEHOV-01 v1`."""
    label: str
    how: str
    """Its kind and limits, and whether it must be answered."""
    help: str | None = None
    condition: str | None = None
    """When it is asked, if not always."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QuestionSection(Stated):
    """A part of the application form."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Anchor(Stated):
    """What a mark means."""

    mark: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Criterion(Stated):
    """A criterion that gives points."""

    name: str
    weight: int
    guidance: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, kw_only=True)
class CallDocument(Stated):
    """A whole call: the rules, and what they are about."""

    heading: Heading
    chapters: tuple[Chapter, ...]
    sections: tuple[QuestionSection, ...]
    attachment_limits: str
    criteria: tuple[Criterion, ...]
    conditions: tuple[Condition, ...] = ()
    attachments: tuple[str, ...] = ()
    """The documents that must be with the application."""


def render_rule_sheet(sheet: RuleSheet) -> bytes:
    """Print a rule sheet as PDF. The same sheet always gives the same bytes."""
    return _printed("letters/{language}/rulesheet.html", sheet)


def rule_sheet_text(sheet: RuleSheet) -> str:
    """Give a rule sheet's words without the layout."""
    return paper.read_out("letters/{language}/rulesheet.html", sheet, sheet.heading.head)


def render_call(call: CallDocument) -> bytes:
    """Print a whole call as PDF. The same call always gives the same bytes."""
    return _printed("letters/{language}/call.html", call)


def call_text(call: CallDocument) -> str:
    """Give a whole call's words without the layout."""
    return paper.read_out("letters/{language}/call.html", call, call.heading.head)


@lru_cache(maxsize=KEPT)
def _printed(template: str, content: RuleSheet | CallDocument) -> bytes:
    """Print once what everybody asks for: it takes a second, and nobody who asks is signed in."""
    return paper.print_out(template, content, content.heading.head)

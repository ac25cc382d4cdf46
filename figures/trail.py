"""The audit trail as an auditor reads it: acts in words, subjects as links, details as name and value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from accounts.models import AuditEntry
from applications.words import EVENT_WORDS
from criteria.postings import EntryKind
from figures.actwords import ACT_WORDS
from figures.queries.trail import TrailRow
from foundation import words

_PAGES = {
    "application": ("assessments.case", "application_id"),
    "call": ("grants.public_call", "call_id"),
    "decision": ("decisions.show", "decision_id"),
}
"""The pages of subjects that whoever reads the trail may open, and what they take."""
NAMED = frozenset({"application", "call"})
"""The subjects that have a page only once they have been made known, and so a name."""


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An entry as the page shows it."""

    number: int
    at: datetime
    person: str
    told: str
    act: str
    subject: str
    href: str | None
    details: Sequence[tuple[str, str]]


def lines(rows: Sequence[TrailRow]) -> list[TrailLine]:
    """Lay entries out for the page."""
    return [
        TrailLine(
            number=row.entry.id,
            at=row.entry.at,
            person=row.person or _("Systemet"),
            told=told(row.entry),
            act=row.entry.act,
            subject=row.name or row.entry.subject,
            href=_page_of(row),
            details=_details(row.entry.detail),
        )
        for row in rows
    ]


def told(entry: AuditEntry) -> str:
    """Say what was done; an act that nobody has words for says its own name."""
    room, _dot, kind = entry.act.partition(".")
    if room == "ledger":
        return words.say(EntryKind(kind))
    sentence = EVENT_WORDS.get(kind) if room == "case" else ACT_WORDS.get(entry.act)
    if sentence is None:
        return entry.act
    try:
        return str(sentence) % entry.detail
    except (KeyError, TypeError, ValueError):
        return entry.act  # an older entry may lack what the sentence names today


def _page_of(row: TrailRow) -> str | None:
    """Give the page of a subject; drafts have none to lead to."""
    kind, _colon, number = row.entry.subject.partition(":")
    page = _PAGES.get(kind)
    if page is None or (row.name is None and kind in NAMED):
        return None
    endpoint, name = page
    values: dict[str, Any] = {name: int(number)}
    return url_for(endpoint, **values)


def _details(detail: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(name, "–" if value is None else str(value)) for name, value in sorted(detail.items())]

"""Lines of the journal as they are shown: newest first, paged by date and number, one query a page.

What stands outside is what the living mark lets stand there: an exempt title is never searched, for a hit
would tell what it says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import joinedload

from accounts.models import Organisation
from applications.models import Application
from applications.queries.spelling import mentions
from criteria.disclosure import PARAGRAPHS, Ground
from decisions.models import Letter
from figures.openness.bookmarks import Bookmark
from figures.openness.models import Direction, DocumentKind, Exemption, JournalLine
from figures.openness.titles import Told, title_of
from followup.models import Duty, Report
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from grants.models import Call

SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """What to show. `text` is looked for in what the journal says, `party` in names."""

    text: str = ""
    case: str = ""
    party: str = ""
    direction: Direction | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line of the journal. `title` is what the public reads, `own_title` what the document is called."""

    id: int
    application_id: int
    case_number: str
    number: int
    dated: date
    direction: Direction
    party: str | None
    title: str
    own_title: str
    ground: Ground | None
    call: Bilingual

    @property
    def paragraph(self) -> str:
        """The paragraph that it is exempt by; empty when it is not."""
        return PARAGRAPHS[self.ground] if self.ground else ""

    @property
    def hides_title(self) -> bool:
        """Tell whether the public reads another title."""
        return self.title != self.own_title

    @property
    def bookmark(self) -> str:
        """Where the next page goes on from."""
        return str(Bookmark(self.dated, self.id))


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A page of lines, and the bookmarks of the pages beside it; None where the journal ends."""

    rows: Sequence[ShownLine]
    after: str | None
    before: str | None


def journal_page(
    chosen: JournalFilter, *, after: str | None = None, before: str | None = None, size: int = SIZE
) -> JournalPage:
    """Give the lines that follow a bookmark, or precede it; else the newest. One query.

    Raises NotFoundError for a bookmark that is none.
    """
    place = tuple_(JournalLine.dated, JournalLine.id)
    statement = _lines().where(*_conditions(chosen)).limit(size + 1)
    if before:
        mark = Bookmark.read(before)
        statement = statement.where(place > (mark.dated, mark.id))
        found = _shown(statement.order_by(JournalLine.dated, JournalLine.id))
        return _page(found[:size][::-1], newer=len(found) > size, older=True)
    if after:
        mark = Bookmark.read(after)
        statement = statement.where(place < (mark.dated, mark.id))
    found = _shown(statement.order_by(JournalLine.dated.desc(), JournalLine.id.desc()))
    return _page(found[:size], newer=bool(after), older=len(found) > size)


def lines_of(application_id: int) -> list[ShownLine]:
    """List the lines of a case in the order of their numbers. One query."""
    return _shown(
        _lines().where(JournalLine.application_id == application_id).order_by(JournalLine.number)
    )


def public_line(line_id: int) -> ShownLine:
    """Find a line as everybody may read it. Raises NotFoundError."""
    found = _shown(_lines().where(JournalLine.id == line_id))
    if not found:
        raise NotFoundError
    return found[0]


def line(line_id: int) -> JournalLine:
    """Find the row of a line, with its case and whom it concerns. Raises NotFoundError."""
    found = db.session.scalars(
        select(JournalLine)
        .where(JournalLine.id == line_id)
        .options(joinedload(JournalLine.application), joinedload(JournalLine.organisation))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def own_line(application_id: int, number: int) -> JournalLine:
    """Find a line by its case and its number there. Raises NotFoundError."""
    found = db.session.scalar(
        select(JournalLine.id).where(
            JournalLine.application_id == application_id, JournalLine.number == number
        )
    )
    if found is None:
        raise NotFoundError
    return line(found)


def living_mark(line_id: int) -> Exemption | None:
    """Give the mark that holds for a line; None when nobody has marked it: it is open."""
    return db.session.scalars(
        select(Exemption).where(Exemption.line_id == line_id, Exemption.superseded_at.is_(None))
    ).first()


def marks_of(line_id: int) -> list[Exemption]:
    """List all marks of a line, the newest first, with who set them."""
    return list(
        db.session.scalars(
            select(Exemption)
            .where(Exemption.line_id == line_id)
            .options(joinedload(Exemption.set_by))
            .order_by(Exemption.number.desc())
        )
    )


def _lines() -> Select[*tuple[Any, ...]]:
    letter = and_(JournalLine.kind == DocumentKind.LETTER, Letter.id == JournalLine.source_id)
    reports = (DocumentKind.REPORT, DocumentKind.REPORT_RETURNED)
    report = and_(JournalLine.kind.in_(reports), Report.id == JournalLine.source_id)
    return (
        select(
            JournalLine,
            Application.case_number,
            Application.title,
            Organisation.name.label("party"),
            Exemption.ground,
            Exemption.title.label("screened"),
            Letter.kind.label("letter"),
            Duty.kind.label("duty"),
            Duty.year,
            Call.title.label("call"),
        )
        .join(Application, Application.id == JournalLine.application_id)
        .join(Call, Call.id == Application.call_id)
        .outerjoin(Organisation, Organisation.id == JournalLine.organisation_id)
        .outerjoin(
            Exemption,
            and_(Exemption.line_id == JournalLine.id, Exemption.superseded_at.is_(None)),
        )
        .outerjoin(Letter, letter)
        .outerjoin(Report, report)
        .outerjoin(Duty, Duty.id == Report.duty_id)
    )


def _shown(statement: Select[*tuple[Any, ...]]) -> list[ShownLine]:
    return [_line(row) for row in db.session.execute(statement)]


def _line(row: Row[*tuple[Any, ...]]) -> ShownLine:
    one: JournalLine = row.JournalLine
    own = title_of(Told(one.kind, one.direction, row.title, row.letter, row.duty, row.year))
    return ShownLine(
        id=one.id,
        application_id=one.application_id,
        case_number=row.case_number,
        number=one.number,
        dated=one.dated,
        direction=one.direction,
        party=row.party,
        title=row.screened or own,
        own_title=own,
        ground=row.ground,
        call=row.call,
    )


def _page(rows: Sequence[ShownLine], *, newer: bool, older: bool) -> JournalPage:
    return JournalPage(
        rows,
        after=rows[-1].bookmark if rows and older else None,
        before=rows[0].bookmark if rows and newer else None,
    )


def _conditions(chosen: JournalFilter) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if chosen.case:
        where.append(Application.case_number == chosen.case)
    if chosen.party:
        where.append(mentions(chosen.party, Organisation.name))
    if chosen.direction is not None:
        where.append(JournalLine.direction == chosen.direction)
    if chosen.first_day is not None:
        where.append(JournalLine.dated >= chosen.first_day)
    if chosen.last_day is not None:
        where.append(JournalLine.dated <= chosen.last_day)
    if chosen.text:
        where.append(_says(chosen.text))
    return where


def _says(text: str) -> ColumnElement[bool]:
    """Find what the journal says: the titles of projects and the titles that stand instead of others."""
    project = and_(
        JournalLine.kind == DocumentKind.APPLICATION,
        Exemption.title.is_(None),
        mentions(text, Application.title),
    )
    return or_(project, mentions(text, func.coalesce(Exemption.title, "")))

"""Reading the catalogue: its codes, their versions, and the calls that use them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import exists, func, select

from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from grants.models import Call, Question, Wording


@dataclass(frozen=True, slots=True)
class Use:
    """An edition of a call that asks a code in a version. Not published: only administrators know."""

    code: str
    version: int
    call_id: int
    call_code: str
    edition: int
    title: Bilingual
    published: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A code in the catalogue: its newest wording, how many versions it has, and in how many calls."""

    newest: Wording
    versions: int
    calls: int


def listed() -> list[Listed]:
    """List the codes with their newest wordings, in the order of the codes. Two queries."""
    found: dict[str, list[Wording]] = {}
    for one in all_wordings():
        found.setdefault(one.code, []).append(one)
    counted = db.session.execute(
        select(Question.code, func.count(Question.call_id.distinct())).group_by(Question.code)
    )
    calls = {code: int(number) for code, number in counted}
    return [
        Listed(wordings[-1], len(wordings), calls.get(code, 0)) for code, wordings in found.items()
    ]


def all_wordings() -> list[Wording]:
    """List every wording by code and version."""
    return list(db.session.scalars(select(Wording).order_by(Wording.code, Wording.version)))


def wordings_of(code: str) -> list[Wording]:
    """List the versions of a code, the first first. Raises NotFoundError for a code that is not there."""
    found = list(
        db.session.scalars(select(Wording).where(Wording.code == code).order_by(Wording.version))
    )
    if not found:
        raise NotFoundError
    return found


def wording(code: str, version: int) -> Wording | None:
    """Find a wording; None when the catalogue does not have it."""
    return db.session.scalars(
        select(Wording).where(Wording.code == code, Wording.version == version)
    ).first()


def newest_version(code: str) -> int:
    """Give the highest version of a code; 0 when the catalogue does not have it."""
    return db.session.scalar(select(func.max(Wording.version)).where(Wording.code == code)) or 0


def uses_of(codes: Iterable[str]) -> list[Use]:
    """List the calls that ask some codes, in which version: the last to close first."""
    rows = db.session.execute(
        select(
            Question.code,
            Question.code_version,
            Call.id,
            Call.code,
            Call.edition,
            Call.title,
            Call.published_at,
            Call.closes_on,
        )
        .join(Call, Call.id == Question.call_id)
        .where(Question.code.in_(list(codes)))
        .distinct()
        .order_by(Call.closes_on.desc(), Call.id)
    )
    return [
        Use(code, version, call_id, call_code, edition, title, published is not None)
        for code, version, call_id, call_code, edition, title, published, _closes_on in rows
    ]


def is_of_draft_alone(code: str, version: int, call: Call) -> bool:
    """Tell whether a wording was written in a draft and is used there alone: then it may still change."""
    here = Question.code == code, Question.code_version == version
    used_elsewhere = exists().where(*here, Question.call_id != call.id)
    used_here = select(func.count()).where(*here, Question.call_id == call.id).scalar_subquery()
    return bool(
        db.session.scalar(
            select(
                exists().where(
                    Wording.code == code,
                    Wording.version == version,
                    Wording.draft_of_id == call.id,
                    ~used_elsewhere,
                    used_here == 1,
                )
            )
        )
    )

"""Reading a scheme's own texts for its letters."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from decisions.letterkinds import LetterKind, text_kind
from decisions.lettertexts.models import LetterTemplate, NeutralForm
from decisions.lettertexts.parts import Texts, shipped
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import BOKMAL
from grants.models import Call


def in_force(scheme_id: int, kind: LetterKind, day: date) -> LetterTemplate | None:
    """Give the version of a kind's texts that is in force on a date; None before there is any."""
    versions = versions_of(scheme_id, text_kind(kind))
    begun = [one for one in versions if one.valid_from <= day or one.number == 1]
    return begun[-1] if begun else None


def texts_on(scheme_id: int, kind: LetterKind, day: date) -> Texts:
    """Give the texts in force on a date: the shipped ones where the scheme has none of its own."""
    return whole(kind, in_force(scheme_id, kind, day))


def whole(kind: LetterKind, version: LetterTemplate | None) -> Texts:
    """Give a version's texts, and the shipped one of a part that came to be after it."""
    known = shipped(text_kind(kind))
    kept = version.bilingual if version else {}
    return {code: kept.get(code, text) for code, text in known.items()}


def versions_of(scheme_id: int, kind: LetterKind) -> list[LetterTemplate]:
    """List the versions of a kind's texts, oldest first, with who saved them."""
    return list(
        db.session.scalars(
            select(LetterTemplate)
            .where(LetterTemplate.scheme_id == scheme_id, LetterTemplate.kind == kind)
            .options(joinedload(LetterTemplate.saved_by))
            .order_by(LetterTemplate.number)
        )
    )


def version(scheme_id: int, kind: LetterKind, number: int) -> LetterTemplate:
    """Find one version, with who saved it. Raises NotFoundError."""
    found = [one for one in versions_of(scheme_id, kind) if one.number == number]
    if not found:
        raise NotFoundError
    return found[0]


def newest_of(scheme_id: int) -> Mapping[LetterKind, LetterTemplate]:
    """Give the newest version of each kind's texts, where there is any, with who saved it."""
    newest = (
        select(func.max(LetterTemplate.id))
        .where(LetterTemplate.scheme_id == scheme_id)
        .group_by(LetterTemplate.kind)
    )
    rows = db.session.scalars(
        select(LetterTemplate)
        .where(LetterTemplate.id.in_(newest))
        .options(joinedload(LetterTemplate.saved_by))
        .order_by(LetterTemplate.id)
    )
    return {one.kind: one for one in rows}


def neutral_form(scheme_id: int) -> NeutralForm | None:
    """Give what a scheme has chosen for those who have chosen no form of Norwegian, with who chose."""
    return db.session.scalars(
        select(NeutralForm)
        .where(NeutralForm.scheme_id == scheme_id)
        .options(joinedload(NeutralForm.chosen_by))
    ).first()


def neutral_language(scheme_id: int) -> str:
    """Give the form that the neutral are written to in: bokmål until somebody has chosen."""
    chosen = neutral_form(scheme_id)
    return chosen.language if chosen else BOKMAL


def neutral_languages(calls: Collection[int]) -> defaultdict[int, str]:
    """Give the form that the neutral are written to in, by call."""
    rows = db.session.execute(
        select(Call.id, NeutralForm.language)
        .join(NeutralForm, NeutralForm.scheme_id == Call.scheme_id)
        .where(Call.id.in_(calls))
    )
    return defaultdict(lambda: BOKMAL, rows.all())

"""Making the shipped texts a scheme's first version, the first time they are needed.

From then on they are the scheme's own: a newer edition of the product does not change what it writes.
"""

from contextlib import suppress
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from decisions.letterkinds import LetterKind, text_kind
from decisions.lettertexts import queries
from decisions.lettertexts.models import LetterTemplate
from decisions.lettertexts.parts import Texts, shipped
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, transaction


def adopted(scheme_id: int, kind: LetterKind, day: date, at: datetime) -> LetterTemplate:
    """Give the version in force on a date, after making the first one if there was none.

    Opens its own transaction. Two workers may come here at once; one of them makes it.
    """
    found = queries.in_force(scheme_id, kind, day)
    if found is not None:
        return found
    with suppress(IntegrityError), transaction():
        db.session.add(first_version(scheme_id, text_kind(kind), at))
    made = queries.in_force(scheme_id, kind, day)
    if made is None:
        raise LookupError(kind)
    return made


def first_version(scheme_id: int, kind: LetterKind, at: datetime) -> LetterTemplate:
    """Write down the shipped texts as the first version, saved by nobody."""
    return LetterTemplate(
        scheme_id=scheme_id,
        kind=kind,
        number=1,
        valid_from=clock.in_oslo(at).date(),
        texts=as_json(shipped(kind)),
        saved_at=at,
    )


def as_json(texts: Texts) -> JsonValue:
    """Write texts down as they are kept."""
    return JsonValue({code: {"nb": text.nb, "nn": text.nn} for code, text in texts.items()})

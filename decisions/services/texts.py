"""Acts on a scheme's own texts: a new version of a kind's, and the form the neutral are written to in."""

from datetime import date, datetime

from accounts import audit
from accounts.models import Person, Role
from criteria.lettertext import faults_of
from decisions.letterkinds import LetterKind
from decisions.lettertexts import Texts, demands, parts_of, queries
from decisions.lettertexts.adopting import as_json, first_version
from decisions.lettertexts.models import LetterTemplate, NeutralForm
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import LANGUAGES
from grants.models import Scheme


def save_texts(
    scheme: Scheme,
    kind: LetterKind,
    texts: Texts,
    *,
    valid_from: date,
    seen: int,
    by: Person,
    at: datetime,
) -> LetterTemplate:
    """Save a new version of a kind's texts, in force from a date. `seen` is the version it changes.

    Raises StaleError when somebody saved another meanwhile; RuleBrokenError: a part lacks what it must
    have, nothing is changed, the date has been.
    """
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        locked(scheme)
        versions = queries.versions_of(scheme.id, kind)
        newest = versions[-1] if versions else first_version(scheme.id, kind, at)
        if not versions:
            db.session.add(newest)
        if newest.number != seen:
            raise StaleError
        _refuse_faulty(kind, texts)
        if texts == queries.whole(kind, newest):
            raise RuleBrokenError(Refusal.TEXTS_UNCHANGED)
        if valid_from < clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.TEXTS_IN_THE_PAST)
        made = LetterTemplate(
            scheme_id=scheme.id,
            kind=kind,
            number=newest.number + 1,
            valid_from=valid_from,
            texts=as_json(texts),
            saved_at=at,
            saved_by_id=by.id,
        )
        db.session.add(made)
        audit.record(
            "letter_texts.saved", subject=f"scheme:{scheme.id}", by=by, at=at,
            kind=kind.value, number=made.number, valid_from=valid_from.isoformat(),
        )  # fmt: skip
    return made


def choose_neutral_form(scheme: Scheme, language: str, *, by: Person, at: datetime) -> None:
    """Choose the form that those who have chosen none are written to in, from the next letter on."""
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        locked(scheme)
        if language not in LANGUAGES:
            raise RuleBrokenError(Refusal.NOT_A_FORM)
        found = queries.neutral_form(scheme.id) or NeutralForm(scheme_id=scheme.id)
        found.language, found.chosen_at, found.chosen_by_id = language, at, by.id
        db.session.add(found)
        audit.record(
            "letter_texts.neutral_form_chosen", subject=f"scheme:{scheme.id}", by=by, at=at,
            language=language,
        )  # fmt: skip


def _refuse_faulty(kind: LetterKind, texts: Texts) -> None:
    """Refuse texts that lack a part or what a part must have, in either form."""
    for part in parts_of(kind):
        held_to = demands(kind, part.code)
        text = texts.get(part.code)
        if text is None or any(faults_of(text.in_(one), held_to) for one in LANGUAGES):
            raise RuleBrokenError(Refusal.TEXT_FAULTY, part=part.code)

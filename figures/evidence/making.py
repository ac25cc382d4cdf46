"""The job that makes an evidence pack, from one moment of the data."""

from datetime import datetime
from functools import partial
from typing import IO

from flask_babel import force_locale

from accounts import audit
from figures.evidence.archive import Sealed, write_pack
from figures.evidence.contents import members_of
from figures.evidence.queries import pack
from figures.evidence.scope import Scope, cases_in, name_of
from figures.evidence.services import MAKE
from figures.models import EvidencePack
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import locked, snapshot, transaction
from foundation.files import store

MEDIA_TYPE = "application/zip"


@outbox.handles(MAKE)
def make(detail: JsonValue, at: datetime) -> None:
    """Make a pack and keep it. Done twice, it is made once."""
    asked = pack(int(detail["pack"]))
    if asked.sha256 is not None:
        return
    sealed: list[Sealed] = []
    with force_locale(asked.asked_by.locale), snapshot():
        kept = store().keep_written(partial(_write, asked, sealed), MEDIA_TYPE)
    with transaction():
        held = locked(asked)
        if held.sha256 is not None:
            return
        held.files, held.size = sealed[0].files, kept.size
        held.sha256, held.last_hash = kept.sha256, sealed[0].last
        held.finished_at = at
        audit.record(
            "evidence.made", subject=f"evidence:{held.id}", by=None, at=at, files=held.files,
            size=held.size, sha256=held.sha256, last_hash=held.last_hash,
        )  # fmt: skip


def _write(asked: EvidencePack, sealed: list[Sealed], file: IO[bytes]) -> None:
    scope = Scope(asked.extent, asked.about)
    about = {
        "extent": asked.extent.value,
        "name": name_of(scope),
        "asked_at": asked.asked_at.isoformat(),
        "asked_by": asked.asked_by.name,
    }
    sealed.append(write_pack(file, about, members_of(scope, list(cases_in(scope)))))

"""Checks of the file store: every file that a row names is there and holds what its checksum says."""

from collections.abc import Iterator

from sqlalchemy import select

from applications.models import Attachment
from decisions.models import Letter
from followup.models import Report
from foundation.database import db
from foundation.files import store


def wrong_files() -> Iterator[str]:
    """Name each file that is missing or changed, once however many rows name it."""
    named = {
        str(sha256)
        for column in (
            Attachment.sha256,
            Letter.sha256,
            Report.audit_sha256,
            Report.document_sha256,
        )
        for sha256 in db.session.scalars(select(column).where(column.is_not(None)).distinct())
    }
    files = store()
    for sha256 in sorted(named):
        if not files.is_whole(sha256):
            yield f"file {sha256} is missing or changed"

"""The file store: what is refused leaves nothing behind, and what is named is never swept away."""

import os
import threading
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask

from foundation import files
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.files import CHUNK, UNNAMED_FOR, FileRefusal, Store, Stored
from foundation.nightly import sweep_files
from foundation.tidying import named_files
from tests.builders.applications import A_PDF, a_collaboration, a_filled_draft, a_stored_pdf


class Sparing(BytesIO):
    """An upload that refuses to be read whole."""

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert 0 < size <= CHUNK, "the whole upload was asked for at once"
        return super().read(size)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


def grow_old(store: Store, stored: Stored) -> None:
    """Let a file have lain for more than a day."""
    path = store.path_of(stored.sha256)
    long_ago = path.stat().st_mtime - UNNAMED_FOR.total_seconds() - 60
    os.utime(path, (long_ago, long_ago))


def left_in(store: Store, tmp_path: Path) -> list[str]:
    del store
    return [path.name for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_an_upload_is_never_whole_in_memory(store: Store) -> None:
    content = A_PDF + b"x" * (4 * CHUNK)
    stored = store.receive(Sparing(content))
    assert stored.size == len(content) == store.size_of(stored.sha256)
    pieces = list(store.pieces(stored.sha256))
    assert max(map(len, pieces)) <= CHUNK
    assert b"".join(pieces) == content


def test_a_refused_upload_leaves_nothing(store: Store, tmp_path: Path) -> None:
    for content, largest in ((b"", 100), (b"MZ\x90" + b"\0" * 200, 1000), (A_PDF * 9, len(A_PDF))):
        with pytest.raises(RuleBrokenError):
            store.receive(BytesIO(content), largest=largest)
    assert [name for name in left_in(store, tmp_path) if name != "lock"] == []


def test_macros_of_open_documents_are_refused_too(store: Store) -> None:
    document = BytesIO()
    with ZipFile(document, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("Basic/Standard/Module1.xml", "<script/>")
    document.seek(0)
    with pytest.raises(RuleBrokenError) as refused:
        store.receive(document)
    assert refused.value.reason is FileRefusal.HAS_MACROS


def test_only_what_is_unnamed_and_old_is_swept(store: Store) -> None:
    named, fresh, old = (
        store.receive(BytesIO(A_PDF + word)) for word in (b"named", b"fresh", b"old")
    )
    grow_old(store, named)
    grow_old(store, old)
    assert store.sweep({named.sha256}) == [old.sha256]
    assert store.is_whole(named.sha256)
    assert store.is_whole(fresh.sha256)


def test_who_receives_the_same_bytes_renews_them(store: Store) -> None:
    stored = store.receive(BytesIO(A_PDF))
    grow_old(store, stored)
    store.receive(BytesIO(A_PDF))
    assert store.sweep(set()) == []
    grow_old(store, stored)
    store.keep(A_PDF, "application/pdf")
    assert store.sweep(set()) == []


def test_a_sweep_never_takes_what_has_just_been_received(store: Store) -> None:
    """Receive and sweep the same old bytes at the same time, many times over."""
    for number in range(60):
        content = A_PDF + str(number).encode()
        grow_old(store, store.receive(BytesIO(content)))
        start = threading.Barrier(2)
        received: list[Stored] = []

        def receive(
            content: bytes = content,
            start: threading.Barrier = start,
            received: list[Stored] = received,
        ) -> None:
            start.wait()
            received.append(store.receive(BytesIO(content)))

        thread = threading.Thread(target=receive)
        thread.start()
        start.wait()
        store.sweep(set())
        thread.join()
        assert store.is_whole(received[0].sha256), number


def test_every_table_that_names_a_file_is_asked(app: Flask) -> None:
    del app
    draft = a_filled_draft(a_collaboration())
    assert {one.sha256 for one in draft.attachments} <= named_files()
    columns = {
        f"{table.name}.{column.name}"
        for table in db.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("sha256")
    }
    assert columns >= {
        "attachment.sha256", "letter.sha256", "message.sha256", "report.audit_sha256", "report_file.sha256",
        "report.document_sha256", "scan.sha256",
    }  # fmt: skip


def test_the_upload_of_a_refused_act_is_swept_after_a_day(app: Flask) -> None:
    del app
    draft = a_filled_draft(a_collaboration())
    refused = a_stored_pdf(A_PDF + b"refused")
    store = files.store()
    for stored in (refused, *(Stored(one.sha256, 0, "") for one in draft.attachments)):
        grow_old(store, stored)
    sweep_files(draft.created_at)
    assert not store.is_whole(refused.sha256)
    assert all(store.is_whole(one.sha256) for one in draft.attachments)

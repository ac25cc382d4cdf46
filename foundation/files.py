"""Files by checksum: written once, never changed, found again by what they hold.

An upload is streamed to disk, measured and sniffed by content before it gets its place. The name that a
person gave the file never touches the disk.

A file gets its place before the act that names it, and the act may be refused: then nobody names the file,
and it is swept away a day later. Who receives the same bytes meanwhile renews the file's day, under the
lock that the sweep also holds, so that no file disappears between being received and being named.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import magic
from flask import Flask, current_app

from foundation.errors import NotFoundError, RuleBrokenError
from foundation.turns import in_line

CHUNK = 256 * 1024
LARGEST_UPLOAD = 25 * 1024 * 1024
UNNAMED_FOR = timedelta(days=1)
"""How long a file may lie without being named: far longer than any request lasts."""
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_OFFICE = "application/vnd.openxmlformats-officedocument."
ALLOWED: dict[str, str] = {
    "application/pdf": ".pdf",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
}
_MACRO = re.compile(r"vbaProject|/embeddings/.*\.(exe|dll|js|vbs)$|^Basic/", re.IGNORECASE)
_ARCHIVES = (_OFFICE, "application/vnd.oasis.opendocument.")


class FileRefusal(StrEnum):
    """Why an upload was not kept."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    HAS_MACROS = "has_macros"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the store: its checksum, its size in bytes and the type that its content shows."""

    sha256: str
    size: int
    media_type: str


class Store:
    """A folder of files named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first file comes."""
        self._folder = folder

    def path_of(self, sha256: str) -> Path:
        """Give the place of a checksum, whether or not a file lies there."""
        if not _CHECKSUM.fullmatch(sha256):
            raise NotFoundError
        return self._folder / sha256[:2] / sha256

    def keep(self, content: bytes, media_type: str) -> Stored:
        """Keep bytes that we made ourselves. The same bytes again are the same file."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self._is_renewed(sha256):
            with self._draft() as (draft, name):
                draft.write(content)
                self._settle(draft, name, sha256)
        return Stored(sha256, len(content), media_type)

    def keep_written(self, write: Callable[[IO[bytes]], None], media_type: str) -> Stored:
        """Keep a file of our own that is written piece by piece, however large."""
        with self._draft() as (draft, name):
            write(draft)
            draft.flush()
            with name.open("rb") as written:
                sha256 = hashlib.file_digest(written, "sha256").hexdigest()
            size = name.stat().st_size
            if not self._is_renewed(sha256):
                self._settle(draft, name, sha256)
        return Stored(sha256, size, media_type)

    def receive(self, upload: IO[bytes], *, largest: int = LARGEST_UPLOAD) -> Stored:
        """Keep an upload after looking at its content. Raises RuleBrokenError(FileRefusal)."""
        with self._draft() as (draft, name):
            digest, size = hashlib.sha256(), 0
            while chunk := upload.read(CHUNK):
                size += len(chunk)
                if size > largest:
                    raise RuleBrokenError(FileRefusal.TOO_LARGE, megabytes=largest // 1024 // 1024)
                digest.update(chunk)
                draft.write(chunk)
            draft.flush()
            media_type = _examined(name, size)
            sha256 = digest.hexdigest()
            if not self._is_renewed(sha256):
                self._settle(draft, name, sha256)
        return Stored(sha256, size, media_type)

    def read(self, sha256: str) -> bytes:
        """Give a file's bytes. Raises NotFoundError when it is not there."""
        try:
            return self.path_of(sha256).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError from error

    def open(self, sha256: str) -> IO[bytes]:
        """Open a file, to be read piece by piece. Raises NotFoundError when it is not there."""
        try:
            return self.path_of(sha256).open("rb")
        except FileNotFoundError as error:
            raise NotFoundError from error

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """Give a file's bytes a piece at a time. Raises NotFoundError at once when it is not there."""
        return _pieces(self.open(sha256))

    def size_of(self, sha256: str) -> int:
        """Give a file's size in bytes. Raises NotFoundError when it is not there."""
        try:
            return self.path_of(sha256).stat().st_size
        except FileNotFoundError as error:
            raise NotFoundError from error

    def sweep(self, named: Collection[str]) -> list[str]:
        """Remove the files that are not named and that nobody has received for a day; give their checksums.

        `named` must have been read before the sweep begins. The days are the disk's own, whatever time
        the demonstration plays.
        """
        with self._draft() as (_file, name):
            newest = name.stat().st_mtime - UNNAMED_FOR.total_seconds()
        kept = [*self._folder.glob("[0-9a-f][0-9a-f]/*"), *self._folder.glob("drafts/*")]
        return [
            path.name
            for path in sorted(kept)
            if path.name not in named and self._removed(path, newest)
        ]

    def is_whole(self, sha256: str) -> bool:
        """Tell whether a file is there and still holds what its name says."""
        digest = hashlib.sha256()
        try:
            with self.path_of(sha256).open("rb") as content:
                while chunk := content.read(CHUNK):
                    digest.update(chunk)
        except FileNotFoundError:
            return False
        return digest.hexdigest() == sha256

    def _draft(self) -> "_Draft":
        return _Draft(self._folder / "drafts")

    def _settle(self, draft: IO[bytes], name: Path, sha256: str) -> None:
        draft.flush()
        os.fsync(draft.fileno())
        place = self.path_of(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        name.replace(place)

    def _is_renewed(self, sha256: str) -> bool:
        """Renew the day of a file that is there already; tell whether it was."""
        with self._lock():
            try:
                os.utime(self.path_of(sha256))
            except FileNotFoundError:
                return False
        return True

    def _removed(self, path: Path, newest: float) -> bool:
        with self._lock():
            try:
                if path.stat().st_mtime > newest:
                    return False
                path.unlink()
            except FileNotFoundError:  # another worker was first
                return False
        return True

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the store, against other threads and processes, for the blink that a renewal takes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with in_line(self._folder / "lock"):
            yield


def init_files(app: Flask, folder: Path) -> None:
    """Give the app its store."""
    app.extensions["files"] = Store(folder)


def store() -> Store:
    """Give this installation's store."""
    found: Store = current_app.extensions["files"]
    return found


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    with content:
        while piece := content.read(CHUNK):
            yield piece


class _Draft:
    """A file that disappears unless it was given its place."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        self._file = os.fdopen(handle, "wb")
        self._name = Path(name)

    def __enter__(self) -> tuple[IO[bytes], Path]:
        return self._file, self._name

    def __exit__(self, *_exception: object) -> None:
        self._file.close()
        self._name.unlink(missing_ok=True)


def _examined(name: Path, size: int) -> str:
    if size == 0:
        raise RuleBrokenError(FileRefusal.EMPTY)
    media_type = str(magic.from_file(str(name), mime=True))
    if media_type not in ALLOWED:
        raise RuleBrokenError(FileRefusal.WRONG_TYPE)
    if media_type.startswith(_ARCHIVES) and any(map(_MACRO.search, _members(name))):
        raise RuleBrokenError(FileRefusal.HAS_MACROS)
    return media_type


def _members(name: Path) -> Iterator[str]:
    try:
        with ZipFile(name) as archive:
            yield from archive.namelist()
    except BadZipFile as error:
        raise RuleBrokenError(FileRefusal.WRONG_TYPE) from error

"""Writing an evidence pack: files one after the other, and last the manifest that chains them.

The archive is plain and nothing in it is compressed, so that `verify` can account for every byte of it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from figures.evidence.verify import DATE, FORMAT, MANIFEST, RIGHTS, UNIX, VERSION, WIDE, link

Pieces = Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Member:
    """A file to be put in a pack, a piece at a time."""

    path: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a finished pack is known by: how many files it has, and the last hash of its chain."""

    files: int
    last: str


def write_pack(file: IO[bytes], about: Mapping[str, Any], members: Iterator[Member]) -> Sealed:
    """Write a pack into an open file that can be sought in; no file of it is ever whole in memory."""
    previous = link({"format": FORMAT, "about": dict(about)})
    entries: list[dict[str, Any]] = []
    with ZipFile(file, "w", ZIP_STORED) as pack:
        for number, member in enumerate(members, start=1):
            sha256, size = _put(pack, member)
            entry: dict[str, Any] = {
                "number": number, "path": member.path, "size": size, "sha256": sha256,
                "previous": previous,
            }  # fmt: skip
            previous = link(entry)
            entries.append({**entry, "hash": previous})
        manifest = {"format": FORMAT, "about": dict(about), "entries": entries, "last": previous}
        written = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        _put(pack, Member(MANIFEST, [written.encode()]))
    return Sealed(len(entries), previous)


def _put(pack: ZipFile, member: Member) -> tuple[str, int]:
    info = ZipInfo(member.path, DATE)
    info.create_system, info.create_version = UNIX, VERSION
    info.external_attr = RIGHTS
    digest, size = hashlib.sha256(), 0
    with pack.open(info, "w") as written:
        for piece in member.pieces:
            digest.update(piece)
            size += len(piece)
            written.write(piece)
    return digest.hexdigest(), size


__all__ = ["WIDE", "Member", "Pieces", "Sealed", "write_pack"]

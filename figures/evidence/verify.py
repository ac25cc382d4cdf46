"""Verifies an evidence pack of Tilsagn. Needs nothing but Python 3.10 or newer; lies in each pack.

    python3 verifiser.py PAKKE.zip [--siste HASH]

Every file must be the one that the manifest names, in its order, and the manifest's entries must make a
chain: the hash of each covers its number, path, size and checksum and the hash of the one before. Files are
stored, not compressed, and the archive's own structure must be plain, so that no byte is left out. Lines of
an audit trail are sealed anew. The last hash stands on the pack's page in Tilsagn and in the audit trail:
`--siste` holds the pack against it, and so tells a pack that somebody has made anew.
"""

import argparse
import hashlib
import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

FORMAT = "tilsagn-evidence-1"
MANIFEST = "manifest.json"
TRAIL = "revisjonsspor.jsonl"
BEGINNING = "0" * 64
DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: when the pack was made stands in the manifest."""
LOCAL, LISTED, END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
PACKED_DATE = (DATE[1] << 5) | DATE[2]
UNIX, VERSION, RIGHTS = 3, 20, 0o600 << 16
UTF_8 = 0x800
WIDE, MANY = 2**31, 2**16 - 1
CHUNK = 1024 * 1024
Entry = dict[str, Any]
_DAMAGE = (
    ArithmeticError, AttributeError, BadZipFile, EOFError, LookupError, OSError, RuntimeError,
    TypeError, ValueError, struct.error,
)  # fmt: skip
"""What reading a damaged archive or manifest may raise."""


def canonical(content: object) -> bytes:
    """Write a value as one and the same bytes everywhere."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def link(entry: Entry) -> str:
    """Give the hash of a manifest's entry: of everything in it but the hash itself."""
    return hashlib.sha256(canonical({k: v for k, v in entry.items() if k != "hash"})).hexdigest()


def seal(entry: Entry) -> str:
    """Give the hash of a line of the audit trail, as Tilsagn sealed it."""
    return hashlib.sha256(canonical({k: v for k, v in entry.items() if k != "hash"})).hexdigest()


def problems(file: IO[bytes], last: str | None = None) -> Iterator[str]:
    """Name everything wrong with a pack."""
    try:
        with ZipFile(file) as pack:
            yield from _wrong_structure(pack, file)
            manifest = json.loads(pack.read(MANIFEST))
            yield from _wrong_manifest(manifest, last)
            yield from _wrong_files(pack, manifest["entries"])
            if TRAIL in pack.namelist():
                yield from _wrong_trail(pack)
    except _DAMAGE as error:
        yield f"pakken kan ikke leses: {type(error).__name__}: {error}"


def _wrong_manifest(manifest: Entry, last: str | None) -> Iterator[str]:
    if manifest["format"] != FORMAT:
        yield f"ukjent format: {manifest['format']}"
    previous = link({key: manifest[key] for key in ("format", "about")})
    for number, entry in enumerate(manifest["entries"], start=1):
        if entry["number"] != number:
            yield f"oppføring {number} i manifestet mangler eller er flyttet"
        if entry["previous"] != previous:
            yield f"oppføring {number} følger ikke den forrige"
        if link(entry) != entry["hash"]:
            yield f"oppføring {number} er endret"
        previous = entry["hash"]
    if manifest["last"] != previous:
        yield "manifestet slutter ikke der kjeden slutter"
    if last is not None and manifest["last"] != last:
        yield "den siste hashen er ikke den som er oppgitt"


def _wrong_files(pack: ZipFile, entries: list[Entry]) -> Iterator[str]:
    named = [*(entry["path"] for entry in entries), MANIFEST]
    there = pack.namelist()
    yield from (f"{path} mangler i pakken" for path in named if path not in there)
    yield from (f"{path} er ikke i manifestet" for path in there if path not in named)
    if sorted(there) == sorted(named) and there != named:
        yield "filene ligger ikke i den rekkefølgen manifestet har"
    if len(set(there)) != len(there):
        yield "en fil ligger der to ganger"
    for entry in entries:
        if entry["path"] in there and _digest(pack, entry["path"]) != entry["sha256"]:
            yield f"{entry['path']} er endret"
        if entry["path"] in there and pack.getinfo(entry["path"]).file_size != entry["size"]:
            yield f"{entry['path']} har en annen størrelse"


def _digest(pack: ZipFile, path: str) -> str:
    digest = hashlib.sha256()
    with pack.open(path) as content:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _wrong_trail(pack: ZipFile) -> Iterator[str]:
    """Seal each line anew; lines that follow each other by number must be links of one chain."""
    number, previous = 0, BEGINNING
    with pack.open(TRAIL) as lines:
        for line in lines:
            entry = json.loads(line)
            if seal(entry) != entry["hash"]:
                yield f"linje {entry['id']} i revisjonssporet er endret"
            if entry["id"] == number + 1 and entry["previous"] != previous:
                yield f"linje {entry['id']} i revisjonssporet følger ikke den forrige"
            number, previous = entry["id"], entry["hash"]


def _wrong_structure(pack: ZipFile, file: IO[bytes]) -> Iterator[str]:
    """Hold the archive's own bytes against what they must be; very large ones have more of them."""
    infos = pack.infolist()
    if file.seek(0, 2) >= WIDE or len(infos) >= MANY:
        return
    place, listed = 0, b""
    for info in infos:
        raw, known = info.filename.encode(), _known(info)
        head = struct.pack(LOCAL, b"PK\3\4", VERSION, *known, len(raw), 0) + raw
        file.seek(place)
        if file.read(len(head)) != head:
            yield f"{info.filename} har et endret hode"
        made = (UNIX << 8) | VERSION
        listed += struct.pack(
            LISTED, b"PK\1\2", made, VERSION, *known, len(raw), 0, 0, 0, 0, RIGHTS, place
        )
        listed += raw
        place += len(head) + info.file_size
    end = struct.pack(END, b"PK\5\6", 0, 0, len(infos), len(infos), len(listed), place, 0)
    file.seek(place)
    if file.read() != listed + end:
        yield "pakkens innholdsliste er endret"


def _known(info: ZipInfo) -> tuple[int, ...]:
    """Give what both a file's head and the archive's list must say of it."""
    flags = 0 if info.filename.isascii() else UTF_8
    return (flags, ZIP_STORED, 0, PACKED_DATE, info.CRC, info.file_size, info.file_size)


def main() -> int:
    """Read the command line, tell what is wrong, and give 0 when nothing is."""
    parser = argparse.ArgumentParser(description="Verifiserer en bevispakke fra Tilsagn.")
    parser.add_argument("pakke", type=Path)
    parser.add_argument("--siste", help="den siste hashen, slik den står i Tilsagn")
    chosen = parser.parse_args()
    with chosen.pakke.open("rb") as file:
        found = list(problems(file, chosen.siste))
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.stdout.write(f"{len(found)} feil.\n" if found else "Pakken er hel og uendret.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""A pack of evidence proves itself whole: one flipped byte is found, and whatever is removed or moved."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest

from figures.evidence import verify
from figures.evidence.archive import Member, write_pack
from figures.evidence.verify import BEGINNING, MANIFEST, TRAIL, problems

FILES = {"LES-MEG.txt": b"hei", "saker/2026-00001/brev/bø.pdf": b"%PDF-1.7 ...", "tom.csv": b""}
Content = dict[str, bytes]
Manifest = dict[str, Any]
Change = Callable[[Content, Manifest], tuple[Content, Manifest]]


def a_line(number: int, previous: str) -> dict[str, Any]:
    line = {"id": number, "act": "x", "subject": "call:1", "person": None, "previous": previous}
    return {**line, "hash": verify.seal(line)}


FIRST = a_line(1, BEGINNING)
SECOND = a_line(2, FIRST["hash"])


def a_pack(*lines: dict[str, Any]) -> tuple[bytes, str]:
    """Write a pack with a trail, and give its bytes and its last hash."""
    file = io.BytesIO()
    trail = b"".join(json.dumps(line).encode() + b"\n" for line in lines or (FIRST, SECOND))
    content = {**FILES, TRAIL: trail}
    members = (Member(path, [data[:2], data[2:]]) for path, data in content.items())
    sealed = write_pack(file, {"name": "2026"}, members)
    assert sealed.files == len(content)
    return file.getvalue(), sealed.last


def wrong(pack: bytes, last: str | None = None) -> list[str]:
    return list(problems(io.BytesIO(pack), last))


def remade(change: Change) -> bytes:
    """Take a pack apart and write it again with our own writer of archives, as somebody changed it."""
    with ZipFile(io.BytesIO(a_pack()[0])) as old:
        content = {name: old.read(name) for name in old.namelist()}
    manifest = json.loads(content.pop(MANIFEST))
    content, manifest = change(content, manifest)
    file = io.BytesIO()
    with ZipFile(file, "w") as new:
        for name, data in {**content, MANIFEST: json.dumps(manifest).encode()}.items():
            info = ZipInfo(name, verify.DATE)
            info.external_attr = verify.RIGHTS
            new.writestr(info, data)
    return file.getvalue()


def unlisted(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    return {**content, "ny.txt": b"ny"}, manifest


def removed(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    return {name: data for name, data in content.items() if name != "tom.csv"}, manifest


def removed_from_both(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    left = [one for one in manifest["entries"] if one["path"] != "tom.csv"]
    return removed(content, {**manifest, "entries": left})


def moved(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    return dict(reversed(content.items())), manifest


def moved_in_both(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    return moved(content, {**manifest, "entries": manifest["entries"][::-1]})


def as_it_was(content: Content, manifest: Manifest) -> tuple[Content, Manifest]:
    return content, manifest


def test_a_whole_pack_is_whole_and_is_known_by_its_last_hash() -> None:
    pack, last = a_pack()
    assert wrong(pack, last) == []
    assert wrong(pack, BEGINNING) == ["den siste hashen er ikke den som er oppgitt"]
    assert wrong(remade(as_it_was), last) == []


def test_every_single_flipped_byte_is_found() -> None:
    pack, last = a_pack()
    for place in range(len(pack)):
        flipped = bytearray(pack)
        flipped[place] ^= 0x20
        assert wrong(bytes(flipped), last), place
    for cut in (pack + b"\n", pack[:-1], b"\0" + pack, b""):
        assert wrong(cut, last)


@pytest.mark.parametrize("change", [unlisted, removed, removed_from_both, moved, moved_in_both])
def test_what_is_removed_added_or_moved_is_found(change: Change) -> None:
    assert wrong(remade(change))


def test_a_trail_that_was_changed_before_it_was_packed_is_found() -> None:
    changed = {**SECOND, "subject": "call:2"}
    assert wrong(a_pack(FIRST, changed)[0]) == ["linje 2 i revisjonssporet er endret"]
    unlinked = a_line(2, BEGINNING)
    assert wrong(a_pack(FIRST, unlinked)[0]) == [
        "linje 2 i revisjonssporet følger ikke den forrige"
    ]
    assert wrong(a_pack(FIRST, a_line(7, "f" * 64))[0]) == []  # a case has only lines of its own


def test_the_verifier_stands_alone(tmp_path: Path) -> None:
    pack, last = a_pack()
    place = tmp_path / "pakke.zip"
    for content, status, told in (
        (pack, 0, "Pakken er hel og uendret."),
        (pack.replace(b"%PDF-1.7", b"%PDF-1.8"), 1, "feil."),
    ):
        place.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-I", "-S", verify.__file__, str(place), "--siste", last],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert told in done.stdout

"""A document as files: what it is called, and its parts with their checksums."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from figures.openness.models import Direction, DocumentKind
from foundation import files, scans
from foundation.files import Store
from foundation.scans import ScanState

_UNSAFE = re.compile(r"[\x00-\x1f/\\\\:*?\"<>|]")
HTML, PDF = "text/html", "application/pdf"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a document. `content` is what was written now; None: it lies in the store.

    `key` names it among the parts of its document, whenever that is read.
    """

    key: str
    filename: str
    media_type: str
    sha256: str
    content: bytes | None = None
    held: ScanState | None = None
    """Why it is not handed out: infected, or not examined yet."""

    @property
    def is_missing(self) -> bool:
        """Tell whether it should lie in the store and does not."""
        return self.content is None and not files.store().path_of(self.sha256).is_file()

    @property
    def size(self) -> int:
        """Its size in bytes. Raises NotFoundError when it is missing."""
        if self.content is not None:
            return len(self.content)
        return files.store().size_of(self.sha256)

    def pieces(self, store: Store) -> Iterator[bytes]:
        """Give its bytes a piece at a time. Raises NotFoundError when it is missing."""
        return store.pieces(self.sha256) if self.content is None else iter((self.content,))


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: what it is called, when it went which way, from or to whom, and its parts."""

    at: datetime
    kind: DocumentKind
    direction: Direction
    title: str
    party: str
    parts: Sequence[Part]

    @property
    def keys(self) -> list[str]:
        """The keys of its parts."""
        return [part.key for part in self.parts]


def written(name: str, html: str) -> Part:
    """Give a part that is written now."""
    content = html.encode()
    return Part("text", name, HTML, sha256(content).hexdigest(), content)


def stored(key: str, filename: str, media_type: str, checksum: str) -> Part:
    """Give a part that lies in the store; what came from outside is held until it is examined."""
    state = scans.states_of([checksum]).get(checksum)
    held = None if state is None or state in scans.OPEN else state
    return Part(key, filename, media_type, checksum, held=held)


def apart(parts: Sequence[Part]) -> list[Part]:
    """Let no two parts of a document have the same name, nor one that leads out of its folder."""
    taken: set[str] = set()
    named = []
    for part in parts:
        plain = _UNSAFE.sub("_", part.filename).strip(" .") or part.key
        name = plain if plain.lower() not in taken else f"{part.key}-{plain}"
        taken.add(name.lower())
        named.append(replace(part, filename=name))
    return named

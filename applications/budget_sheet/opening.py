"""Opening a file that came from outside: a small XLSX without macros, or a refusal that says why.

A zipped file may unfold to any size and hold XML that does too; both are looked at before anything is read.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from flask_babel import lazy_gettext as _l
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from foundation import words
from foundation.errors import TilsagnError

LARGEST_FILE = 2_000_000
LARGEST_UNFOLDED = 30_000_000
MOST_PARTS = 200
_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
UNREADABLE = (
    InvalidFileException, BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, EOFError, OSError, RuntimeError,
)  # fmt: skip
"""What reading a broken or hostile workbook may end in."""


class Unfit(StrEnum):
    """Why a file is not read at all."""

    TOO_LARGE = "too_large"
    NOT_A_WORKBOOK = "not_a_workbook"
    HAS_MACROS = "has_macros"
    OTHER_APPLICATION = "other_application"


words.register({
    Unfit.TOO_LARGE: _l("Filen er for stor til å være et budsjett."),
    Unfit.NOT_A_WORKBOOK: _l("Filen er ikke et regneark vi kan lese. Lagre det som XLSX og prøv igjen."),
    Unfit.HAS_MACROS: _l("Regnearket har makroer. Lagre det som XLSX uten makroer og prøv igjen."),
    Unfit.OTHER_APPLICATION: _l(
        "Dette er ikke regnearket til denne søknaden. Last ned regnearket her og fyll ut det."
    ),
})


class UnfitFileError(TilsagnError):
    """A file that is not read."""

    def __init__(self, why: Unfit) -> None:
        """Keep why."""
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook twice: with what formulas came to, and with the formulas themselves."""

    values: Workbook
    formulas: Workbook


def open_book(content: bytes) -> Opened:
    """Open a workbook to be read. Raises UnfitFileError."""
    _refuse_unsafe(content)
    try:
        return Opened(
            values=load_workbook(BytesIO(content), read_only=True, data_only=True),
            formulas=load_workbook(BytesIO(content), read_only=True, data_only=False),
        )
    except UNREADABLE as error:
        raise UnfitFileError(Unfit.NOT_A_WORKBOOK) from error


def _refuse_unsafe(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise UnfitFileError(Unfit.TOO_LARGE)
    try:
        with ZipFile(BytesIO(content)) as parts:
            _refuse_parts(parts)
    except UNREADABLE as error:
        raise UnfitFileError(Unfit.NOT_A_WORKBOOK) from error


def _refuse_parts(parts: ZipFile) -> None:
    listed = parts.infolist()
    # A part never unfolds to more than it says here: reading stops there.
    if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > LARGEST_UNFOLDED:
        raise UnfitFileError(Unfit.TOO_LARGE)
    names = {one.filename.lower() for one in listed}
    if "xl/workbook.xml" not in names:
        raise UnfitFileError(Unfit.NOT_A_WORKBOOK)
    if any("vbaproject" in name or "macrosheets" in name for name in names):
        raise UnfitFileError(Unfit.HAS_MACROS)
    for one in listed:
        if one.filename.endswith((".xml", ".rels")) and _ENTITIES.search(parts.read(one)):
            raise UnfitFileError(Unfit.NOT_A_WORKBOOK)

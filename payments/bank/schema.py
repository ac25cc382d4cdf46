"""Checking bank files against their schemas, and reading them without trusting them."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from lxml import etree

from foundation.errors import TilsagnError

SCHEMAS = Path(__file__).parent / "schemas"
STANDARD = "urn:iso:std:iso:20022:tech:xsd:"
LARGEST = 20 * 1024 * 1024
"""Bytes. A statement of 20 000 payments is some 15 MB."""
WITHOUT_SCHEMA = frozenset({"pain.002.001.10"})
"""Versions that no package has a schema of: read alike, and checked by the reading itself."""


class BankFileRefusal(StrEnum):
    """Why a file from the bank was not read."""

    TOO_LARGE = "bank_file_too_large"
    NOT_XML = "bank_file_not_xml"
    UNKNOWN_MESSAGE = "bank_file_unknown"
    AGAINST_SCHEMA = "bank_file_against_schema"
    INCOMPLETE = "bank_file_incomplete"
    NOT_KRONER = "bank_file_not_kroner"
    DOES_NOT_ADD_UP = "bank_file_does_not_add_up"


class BankFileError(TilsagnError):
    """A file from the bank cannot be read, and the word for why."""

    def __init__(self, reason: BankFileRefusal) -> None:
        """Keep the word."""
        super().__init__(reason.value)
        self.reason = reason


def parsed(content: bytes) -> tuple[str, etree._Element]:
    """Read a file, and give which message it is and its root, when it follows that message's schema.

    No entity is replaced, nothing is fetched, and a document type is refused. Raises BankFileError.
    """
    if len(content) > LARGEST:
        raise BankFileError(BankFileRefusal.TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BankFileError(BankFileRefusal.NOT_XML) from error
    if root.getroottree().docinfo.doctype:
        raise BankFileError(BankFileRefusal.NOT_XML)
    message = (etree.QName(root).namespace or "").removeprefix(STANDARD)
    if message not in WITHOUT_SCHEMA:
        if not is_known(message):
            raise BankFileError(BankFileRefusal.UNKNOWN_MESSAGE)
        if not schema_of(message).validate(root):
            raise BankFileError(BankFileRefusal.AGAINST_SCHEMA)
    return message, root


def is_known(message: str) -> bool:
    """Tell whether there is a schema of a message, such as `camt.053.001.08`."""
    return message in {path.stem for path in SCHEMAS.glob("*.xsd")}


@cache
def schema_of(message: str) -> etree.XMLSchema:
    """Give a message's schema; it is read once."""
    return etree.XMLSchema(etree.parse(SCHEMAS / f"{message}.xsd"))

"""What every letter and report says about itself: from whom, to whom, about which case.

These are values: everything is already looked up, computed and put in the addressee's form of
Norwegian, so a letter can be written without a database and comes out the same each time.
"""

from collections.abc import Sized
from dataclasses import MISSING, dataclass, fields
from datetime import date

from foundation.errors import TilsagnError


class LetterError(TilsagnError):
    """A letter lacks something it must say. The message names it, as `AwardLetter.purpose`."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A value whose every required part says something.

    A part without a default is required: None, blank text and an empty row of parts are missing.
    A part with a default may be left out.
    """

    def __post_init__(self) -> None:
        """Refuse to exist without a required part. Raises LetterError."""
        for part in fields(self):
            required = part.default is MISSING and part.default_factory is MISSING
            if required and _is_missing(getattr(self, part.name)):
                raise LetterError(f"{type(self).__name__}.{part.name}")


def require(value: Stated, name: str) -> None:
    """Require a part that only some values of its kind must have. Raises LetterError."""
    if _is_missing(getattr(value, name)):
        raise LetterError(f"{type(value).__name__}.{name}")


def _is_missing(value: object) -> bool:
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, Sized) and len(value) == 0


@dataclass(frozen=True, kw_only=True)
class Office(Stated):
    """The state body that sends the letter, and where it can be reached."""

    name: str
    unit: str
    """The division that handles the scheme."""
    organisation_number: str
    address: tuple[str, ...]
    """Postal address, one line each."""
    email: str
    phone: str
    website: str


@dataclass(frozen=True, kw_only=True)
class Addressee(Stated):
    """Whom the letter is to. Some kommuner have no known organisation number."""

    name: str
    address: tuple[str, ...] = ()
    organisation_number: str | None = None
    attention: str | None = None
    """The person or unit the letter should reach there (ved, «v/»)."""


@dataclass(frozen=True, kw_only=True)
class Official(Stated):
    """A person who stands by the letter, with the title the person holds."""

    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Letterhead(Stated):
    """The frame of a letter."""

    language: str
    """`nb` or `nn`: the addressee's form of Norwegian, not the reader's setting."""
    office: Office
    addressee: Addressee
    case_number: str
    """As `2026/00123`."""
    dated: date
    """The date of the letter in Oslo; also the date inside the PDF file."""
    case_officer: Official | None = None
    """Who handles the case; nobody does yet when a receipt is made."""
    responsible: Official | None = None
    """Who decides or approves. A decision letter without is a draft, and says so."""
    your_reference: str | None = None
    copies: tuple[str, ...] = ()
    """Who else gets the letter, as the partners of the collaboration."""
    notice: str | None = None
    """A line on every page, used to mark made-up data."""


@dataclass(frozen=True, kw_only=True)
class SheetHead(Stated):
    """The frame of a document that is to nobody in particular: everybody may read it."""

    language: str
    """`nb` or `nn`."""
    office: Office
    code: str
    """What the document is known by, as the code of a call."""
    dated: date
    """The date of the document in Oslo; also the date inside the PDF file."""
    notice: str | None = None
    """A line on every page, used to mark drafts and made-up data."""

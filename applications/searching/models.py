"""What a case says, as it is searched. Each engine has its own index over it, from the migration."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Model


class CaseText(Model):
    """The words of a case: those on its cover, all of them, and the text that a hit is shown from.

    `place` is the case number as a number, 2026/00123 as 202600123: both engines find hits in its order,
    so that a page of them costs the same however many there are. `cover` and `words` are as
    `terms.written` writes them.
    """

    __tablename__ = "case_text"

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), unique=True)
    cover: Mapped[str]
    words: Mapped[str]
    body: Mapped[str]


def place_of(case_number: str) -> int:
    """Give a case number's place: 202600123 for 2026/00123."""
    year, serial = case_number.split("/")
    return int(year) * 100_000 + int(serial)

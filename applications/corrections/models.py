"""A section that is opened with a deficiency letter: what stood in it, and what it was changed to."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from criteria.completeness import Section
from foundation.columns import JsonValue
from foundation.database import Model


class Correction(Model):
    """A section that may be corrected until the answer comes. Both versions stay."""

    __tablename__ = "correction"

    deficiency_id: Mapped[int] = mapped_column(ForeignKey("deficiency.id"), primary_key=True)
    section: Mapped[Section] = mapped_column(primary_key=True)
    before: Mapped[JsonValue]
    after: Mapped[JsonValue | None]

"""What was taken out: each export and each pull of statistics, with its control figures."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import Ore


class QueryLog(Model):
    """Who took out what, when, with which filter; rows, control sum in øre and checksum."""

    __tablename__ = "query_log"
    __table_args__ = (Index("ix_query_log_person_id_at", "person_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    token_id: Mapped[int | None] = mapped_column(ForeignKey("token.id"))
    what: Mapped[str] = mapped_column(String(80))
    format: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
    filter: Mapped[JsonValue]
    rows: Mapped[int]
    control_sum: Mapped[Ore]
    sha256: Mapped[str] = mapped_column(String(64))

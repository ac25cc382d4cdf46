"""The batches with their lines, whose account they draw on, and what the bank said of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from foundation.money import Ore
from grants.models import Call
from payments.bank.kinds import MessageKind
from payments.batches.kinds import Ending
from payments.models import Instalment

_LIVING = text("ended_at IS NULL")


class Payer(Model):
    """Whose account is drawn on, and what the bank knows them as. The newest holds; none is changed."""

    __tablename__ = "payer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(70))
    organisation_number: Mapped[str] = mapped_column(String(9))
    account_number: Mapped[str] = mapped_column(String(11))
    bic: Mapped[str] = mapped_column(String(11))
    customer_id: Mapped[str] = mapped_column(String(35))
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class PaymentBatch(Model):
    """Payments that are attested by one and authorised by another, and go to the bank in one file.

    `due_by`, `call_id` and `year` are the rule that it was selected by. The file is made as it is authorised.
    """

    __tablename__ = "payment_batch"
    __table_args__ = (
        UniqueConstraint("message_id"),
        CheckConstraint("number > 0 AND total > 0", name="pays_something"),
        CheckConstraint(
            "(authorised_at IS NULL) = (authorised_by_id IS NULL)", name="authorised_by_somebody"
        ),
        CheckConstraint(
            "authorised_by_id IS NULL OR authorised_by_id <> attested_by_id",
            name="two_different_persons",
        ),
        CheckConstraint(
            "(authorised_at IS NULL) = (file_sha256 IS NULL)", name="authorised_has_its_file"
        ),
        CheckConstraint("sent_at IS NULL OR fetched_at IS NOT NULL", name="fetched_before_sent"),
        CheckConstraint(
            "fetched_at IS NULL OR authorised_at IS NOT NULL", name="authorised_before_fetched"
        ),
        CheckConstraint("(sent_at IS NULL) = (sent_by_id IS NULL)", name="sent_by_somebody"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_because IS NULL)", name="withdrawn_for_a_reason"
        ),
        CheckConstraint("withdrawn_at IS NULL OR sent_at IS NULL", name="sent_or_withdrawn"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(String(35))
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"))
    due_by: Mapped[date]
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    year: Mapped[int | None]
    execute_on: Mapped[date]
    number: Mapped[int]
    total: Mapped[Ore]
    attested_at: Mapped[datetime]
    attested_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    authorised_at: Mapped[datetime | None]
    authorised_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    file_sha256: Mapped[str | None] = mapped_column(String(64), unique=True)
    fetched_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_because: Mapped[str | None] = mapped_column(String(180))
    version: Mapped[int] = mapped_column()

    payer: Mapped[Payer] = relationship(lazy="raise")
    call: Mapped[Call | None] = relationship(lazy="raise")
    attested_by: Mapped[Person] = relationship(foreign_keys=[attested_by_id], lazy="raise")
    authorised_by: Mapped[Person | None] = relationship(
        foreign_keys=[authorised_by_id], lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}


class PaymentLine(Model):
    """One payment of a batch, as it stood when it was attested.

    It lives until the batch is withdrawn or the bank sends the money back; an instalment has one that lives.
    """

    __tablename__ = "payment_line"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        UniqueConstraint("reference"),
        CheckConstraint("amount > 0", name="amount_above_0"),
        CheckConstraint("(ended_at IS NULL) = (ending IS NULL)", name="ended_somehow"),
        CheckConstraint("ending <> 'returned' OR entry_id IS NOT NULL", name="returned_was_paid"),
        CheckConstraint(
            "(entry_id IS NULL OR ending IS NULL) = (counter_id IS NULL)",
            name="ended_payment_is_countered",
        ),
        CheckConstraint(
            "(looked_into_at IS NULL) = (looked_into_by_id IS NULL)",
            name="looked_into_by_somebody",
        ),
        CheckConstraint(
            "(looked_into_at IS NULL) = (finding IS NULL)", name="looked_into_found_something"
        ),
        Index(
            "uq_payment_line_living_instalment_id",
            "instalment_id",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        Index("ix_payment_line_account_number", "account_number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("payment_batch.id"))
    instalment_id: Mapped[int] = mapped_column(ForeignKey("instalment.id"), index=True)
    position: Mapped[int]
    reference: Mapped[str] = mapped_column(String(35))
    amount: Mapped[Ore]
    name: Mapped[str] = mapped_column(String(200))
    organisation_number: Mapped[str] = mapped_column(String(9))
    account_number: Mapped[str] = mapped_column(String(11))
    first_time: Mapped[bool]
    text: Mapped[str] = mapped_column(String(140))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), unique=True)
    ended_at: Mapped[datetime | None]
    ending: Mapped[Ending | None]
    counter_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), unique=True)
    status: Mapped[str | None] = mapped_column(String(4))
    code: Mapped[str | None] = mapped_column(String(35))
    bank_text: Mapped[str | None] = mapped_column(String(500))
    looked_into_at: Mapped[datetime | None]
    looked_into_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    finding: Mapped[str | None] = mapped_column(String(500))

    batch: Mapped[PaymentBatch] = relationship(lazy="raise")
    instalment: Mapped[Instalment] = relationship(lazy="raise")


class BankMessage(Model):
    """A file from the bank, taken in once."""

    __tablename__ = "bank_message"
    __table_args__ = (UniqueConstraint("kind", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[MessageKind]
    message_id: Mapped[str] = mapped_column(String(35))
    about: Mapped[str | None] = mapped_column(String(35))
    """The order that a status report is about."""
    status: Mapped[str | None] = mapped_column(String(4))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    opening: Mapped[Ore | None]
    closing: Mapped[Ore | None]
    number: Mapped[int]
    received_at: Mapped[datetime]
    received_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    received_by: Mapped[Person] = relationship(lazy="raise")


class BankMovement(Model):
    """Money that went over the account by the bank's word: øre, negative when it came in.

    `line_id` is the payment that it is; `repeats_id` a movement that an earlier message told of.
    """

    __tablename__ = "bank_movement"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_is_something"),
        Index("ix_bank_movement_servicer_reference", "servicer_reference"),
        Index("ix_bank_movement_booked_on", "booked_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("bank_message.id"), index=True)
    line_id: Mapped[int | None] = mapped_column(ForeignKey("payment_line.id"), index=True)
    repeats_id: Mapped[int | None] = mapped_column(ForeignKey("bank_movement.id"))
    reference: Mapped[str | None] = mapped_column(String(35))
    servicer_reference: Mapped[str | None] = mapped_column(String(35))
    amount: Mapped[Ore]
    booked_on: Mapped[date]
    account: Mapped[str | None] = mapped_column(String(34))
    name: Mapped[str | None] = mapped_column(String(140))
    text: Mapped[str] = mapped_column(String(500))
    code: Mapped[str | None] = mapped_column(String(35))

    message: Mapped[BankMessage] = relationship(lazy="raise")
    line: Mapped[PaymentLine | None] = relationship(lazy="raise")

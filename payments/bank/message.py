"""A file from the bank, whatever it is."""

from dataclasses import dataclass

from payments.bank.kinds import MessageKind
from payments.bank.schema import BankFileError, BankFileRefusal, parsed
from payments.bank.statement import Statement, statements
from payments.bank.status import StatusReport, status_report

_KINDS = {
    "pain.002": MessageKind.STATUS,
    "camt.053": MessageKind.STATEMENT,
    "camt.054": MessageKind.NOTICE,
}
_FAMILY = len("pain.002")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bank says, and which kind of message says it."""

    kind: MessageKind
    content: StatusReport | tuple[Statement, ...]

    @property
    def message_id(self) -> str:
        """The bank's own id of the message."""
        content = self.content
        return content.message_id if isinstance(content, StatusReport) else content[0].message_id

    @property
    def number(self) -> int:
        """How many payments or movements it tells of."""
        if isinstance(self.content, StatusReport):
            return len(self.content.payments)
        return sum(len(one.movements) for one in self.content)


def read_answer(content: bytes) -> Answer:
    """Read a file from the bank. Raises BankFileError when it is none that we can read."""
    message, root = parsed(content)
    kind = _KINDS.get(message[:_FAMILY])
    if kind is None:
        raise BankFileError(BankFileRefusal.UNKNOWN_MESSAGE)
    return Answer(kind, status_report(root) if kind is MessageKind.STATUS else statements(root))

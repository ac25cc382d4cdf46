"""A thread as its page shows it: who has read what, and what is known of the files."""

from collections.abc import Sequence
from dataclasses import dataclass

from applications.messages.models import Message, MessageRead, Side
from applications.messages.queries import reads_of, thread_of
from foundation import scans
from foundation.scans import ScanState


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message, whether it is one's own side's, who of the other side has read it, and its file's state."""

    message: Message
    own: bool
    read_by: tuple[MessageRead, ...]
    file_state: ScanState | None

    @property
    def can_open(self) -> bool:
        """Tell whether the file may be fetched."""
        return self.file_state is None or self.file_state in scans.OPEN


def shown_thread(application_id: int, side: Side) -> list[ShownMessage]:
    """Give a case's thread as one side sees it. Three queries, however long it is."""
    messages = thread_of(application_id)
    reads = reads_of(application_id) if messages else []
    states = scans.states_of(one.sha256 for one in messages if one.sha256)
    return [_shown(one, side, reads, states) for one in messages]


def _shown(
    message: Message, side: Side, reads: Sequence[MessageRead], states: dict[str, ScanState]
) -> ShownMessage:
    return ShownMessage(
        message=message,
        own=message.side is side,
        read_by=tuple(
            one for one in reads if one.side is not message.side and one.message_id >= message.id
        ),
        file_state=states.get(message.sha256) if message.sha256 else None,
    )

"""What is done each night: the journal is kept, and who asked long ago is forgotten."""

from datetime import datetime

from figures.openness import services
from foundation import routines


@routines.daily("keep_public_journal", hour=routines.NIGHT)
def keep_public_journal(at: datetime) -> None:
    """Enter what came and went since the night before."""
    services.keep_journal(by=None, at=at)


@routines.daily("forget_askers", hour=routines.NIGHT)
def forget_askers(at: datetime) -> None:
    """Forget who asked for documents, a year after the answers."""
    services.forget_askers(by=None, at=at)

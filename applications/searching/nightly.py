"""Writing what every case says anew each night: names change, partners decline, files are found infected."""

from datetime import datetime

from applications.searching.keeping import batches, keep_text
from foundation import routines
from foundation.database import transaction


@routines.daily("keep_texts", hour=routines.NIGHT)
def keep_texts(at: datetime) -> None:
    """Write the words of all cases, some hundreds in each act, so that nobody waits long for it."""
    del at
    for ids in batches():
        with transaction():
            keep_text(ids)

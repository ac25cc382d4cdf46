"""What the ground itself does each night: sweeps the store, and asks about what nobody has examined."""

from datetime import datetime

from foundation import routines, scans
from foundation.files import store
from foundation.tidying import named_files


def init_nightly() -> None:
    """Let the worker do it."""
    routines.daily("sweep_files", hour=routines.NIGHT)(sweep_files)
    routines.daily("examine_files", hour=routines.NIGHT)(examine_files)


def sweep_files(at: datetime) -> None:
    """Remove the files that nobody has named for a day. Their verdicts stay."""
    del at
    store().sweep(named_files())


def examine_files(at: datetime) -> None:
    """Ask for files that came in before there was a scanner to be examined."""
    scans.examine_the_unexamined(at)

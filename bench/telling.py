"""Telling how far a long benchmark has come, beside its figures."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

_BEGUN = perf_counter()
_MINUTE = 60


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say when something is done, how long it took, and how long it is since the beginning."""
    begun = perf_counter()
    yield
    now = perf_counter()
    minutes, rest = divmod(round(now - _BEGUN), _MINUTE)
    sys.stderr.write(f"{minutes:3d}:{rest:02d}  {what}: {now - begun:.1f} s\n")
    sys.stderr.flush()

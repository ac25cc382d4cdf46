"""Telling how far a long benchmark has come, beside its figures."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

_BEGUN = perf_counter()
_MINUTE = 60


@contextmanager
def step(what: str) -> Iterator[dict[str, float]]:
    """Say when something is done, how long it took and since the beginning, and the figures it found."""
    found: dict[str, float] = {}
    begun = perf_counter()
    yield found
    now = perf_counter()
    minutes, rest = divmod(round(now - _BEGUN), _MINUTE)
    figures = "".join(f"  {name} {value:.2f}" for name, value in found.items())
    sys.stderr.write(f"{minutes:3d}:{rest:02d}  {what}: {now - begun:.1f} s{figures}\n")
    sys.stderr.flush()

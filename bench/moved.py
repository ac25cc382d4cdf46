"""The production app with its clock moved, so that a deadline comes while a benchmark runs."""

import os
from datetime import timedelta

from foundation import clock
from wsgi import application

__all__ = ["application"]

clock.move(timedelta(seconds=float(os.environ["BENCH_CLOCK_MOVED"])))

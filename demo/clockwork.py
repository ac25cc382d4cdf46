"""The demonstration's clock: moved from a page, kept in the data folder, so that a whole year can be played.

A call must close before it can be assessed, and a report falls due a year later. In a demonstration one
does not wait: the clock of the whole installation is moved, and every page shows that it is.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from foundation import clock

_FILE = "clock"
LONGEST = timedelta(days=10 * 366)


def wind(data_dir: Path) -> None:
    """Set the clock as it was left, when the demonstration starts again."""
    kept = data_dir / _FILE
    if kept.exists():
        clock.move(timedelta(seconds=int(kept.read_text(encoding="ascii"))))


def move_to(day: date, hour: time, data_dir: Path) -> None:
    """Set the clock to a day and an hour in Oslo, and keep it so."""
    wanted = datetime.combine(day, hour, tzinfo=clock.OSLO)
    real = clock.now() - clock.moved()
    moved = min(max(wanted - real, -LONGEST), LONGEST)
    clock.move(moved)
    data_dir.mkdir(parents=True, exist_ok=True)
    (data_dir / _FILE).write_text(str(round(moved.total_seconds())), encoding="ascii")


def set_right(data_dir: Path) -> None:
    """Let the clock show the real time again."""
    clock.move(timedelta(0))
    (data_dir / _FILE).unlink(missing_ok=True)

"""What a table is: its columns in order, and the one whose sum is its control sum."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from figures.catalogue.columns import Column
from foundation.language import Bilingual


class Sensitivity(Enum):
    """How far a table may go, and what is done so that it may."""

    OPEN = Bilingual(
        "Åpen: bare det som er avgjort og sendt ut, og ingen personer.",
        "Open: berre det som er avgjort og sendt ut, og ingen personar.",
    )
    NAMELESS = Bilingual(
        "Om personer, uten navn: enkelttall bare når tre eller flere står bak.",
        "Om personar, utan namn: einskildtal berre når tre eller fleire står bak.",
    )
    HELD_BACK = Bilingual(
        "Om personer: små og dominerte tall er holdt tilbake, med flere der de kunne regnes ut.",
        "Om personar: små og dominerte tal er haldne tilbake, med fleire der dei kunne reknast ut.",
    )


_NO_SOURCE = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be taken out. `control` is summed when it goes, and told beside it.

    A table with `dimensions` is a cube: they name its rows, and every other number is a measure. `labels`
    says which column names, or tells of, which dimension.
    """

    code: str
    name: Bilingual
    about: Bilingual
    columns: tuple[Column, ...]
    control: Column
    dimensions: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    source: Bilingual = _NO_SOURCE
    sensitivity: Sensitivity = Sensitivity.OPEN

    @property
    def control_at(self) -> int:
        """The place of the control column among the columns."""
        return self.columns.index(self.control)

    def column(self, code: str) -> Column:
        """Find a column by its code."""
        return next(column for column in self.columns if column.code == code)

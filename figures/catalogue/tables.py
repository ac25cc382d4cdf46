"""What a table is: its columns in order, and the one whose sum is its control sum."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from figures.catalogue.columns import Column
from foundation.language import Bilingual


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

    @property
    def control_at(self) -> int:
        """The place of the control column among the columns."""
        return self.columns.index(self.control)

    def column(self, code: str) -> Column:
        """Find a column by its code."""
        return next(column for column in self.columns if column.code == code)

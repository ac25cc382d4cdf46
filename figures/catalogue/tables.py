"""What a table is: its columns in order, and the one whose sum is its control sum."""

from dataclasses import dataclass

from figures.catalogue.columns import Column
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be taken out. `control` is summed in øre when it goes, and told beside it."""

    code: str
    name: Bilingual
    about: Bilingual
    columns: tuple[Column, ...]
    control: Column

    @property
    def control_at(self) -> int:
        """The place of the control column among the columns."""
        return self.columns.index(self.control)

    def column(self, code: str) -> Column:
        """Find a column by its code."""
        return next(column for column in self.columns if column.code == code)

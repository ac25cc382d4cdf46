"""What pages show of the catalogue: each version of a code with its limits and its calls."""

from collections.abc import Sequence
from dataclasses import dataclass

from grants import making
from grants.catalogue import QuestionSheet
from grants.models import Wording
from grants.shown.questions import how
from grants.wordings import Use, sheet_of_wording


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version of a code: its words, how it is answered, and the calls that ask it so."""

    wording: Wording
    sheet: QuestionSheet
    how: str
    uses: list[Use]

    @property
    def first_used(self) -> Use | None:
        """The published call that asked it first."""
        return next((one for one in reversed(self.uses) if one.published), None)


def show_versions(wordings: Sequence[Wording], uses: Sequence[Use]) -> list[VersionShown]:
    """Show the versions of a code, the newest first. `uses`: the last call to close first."""
    return [_shown(one, uses) for one in reversed(wordings)]


def _shown(wording: Wording, uses: Sequence[Use]) -> VersionShown:
    sheet = sheet_of_wording(wording)
    return VersionShown(
        wording=wording,
        sheet=sheet,
        how=how(making.question(sheet, 0)),
        uses=[one for one in uses if one.version == wording.version],
    )

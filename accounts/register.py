"""The register of kommuner and other organisations, read from `accounts/reference/*.csv`.

Only reading and checking: every row becomes a frozen value, and a bad row stops the reading with
its file and line. `accounts/reference/README.md` says where the values came from and how far they
can be trusted.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from stdnum.no import orgnr

from accounts.models import HealthRegion, LanguageForm, NumberBasis, OrganisationKind

Row = TypeVar("Row")

REFERENCE = Path(__file__).parent / "reference"


class RegisterError(ValueError):
    """A row of the register cannot be read; the message names the file and the line."""


class ChangeKind(StrEnum):
    """What happened, or is decided to happen, to a kommune."""

    RENUMBERED = "renumbered"
    SPLIT = "split"
    RENAMED = "renamed"
    BOUNDARY_MOVED = "boundary_moved"
    MERGER_DECIDED = "merger_decided"


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation under a code that never changes: `K-3103`, `F-31`, `HF-983974678`, `KS`.

    `organisation_number` is None where none is known: such an organisation still takes part.
    `parent_code` is the regional health authority of a health trust. Both dates are included.
    """

    code: str
    kind: OrganisationKind
    name: str
    organisation_number: str | None
    number_basis: NumberBasis
    parent_code: str | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What a kommune was called and belonged to from a date until another (both included).

    Centrality, language form and health trust are None before 2024: not known for the older map.
    """

    code: str
    valid_from: date
    valid_to: date | None
    number: str
    name: str
    official_name: str
    county_number: str
    county_name: str
    health_region: HealthRegion
    health_trust_code: str | None
    centrality: int | None
    centrality_index: int | None
    language_form: LanguageForm | None

    def is_valid_on(self, day: date) -> bool:
        """Tell whether the version holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """Inhabitants of a kommune on 1 January of a year."""

    code: str
    year: int
    inhabitants: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An edge in the history of kommuner.

    A split gives the inhabitants that each part began with. A decided merger has no new code or
    number yet.
    """

    changed_on: date
    kind: ChangeKind
    old_code: str
    old_number: str
    old_name: str
    new_code: str | None
    new_number: str | None
    new_name: str
    inhabitants: int | None
    confidence: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register, ready to be written in this order."""

    organisations: tuple[OrganisationRow, ...]
    versions: tuple[VersionRow, ...]
    populations: tuple[PopulationRow, ...]
    changes: tuple[ChangeRow, ...]


def read_register(folder: Path = REFERENCE) -> Register:
    """Read all four files and check that every code named in one stands among the organisations."""
    register = Register(
        organisations=tuple(_rows(folder / "organisations.csv", _organisation)),
        versions=tuple(_rows(folder / "municipality_versions.csv", _version)),
        populations=tuple(_rows(folder / "population.csv", _population)),
        changes=tuple(_rows(folder / "changes.csv", _change)),
    )
    _check_codes(register)
    return register


def _rows(path: Path, parse: Callable[[dict[str, str]], Row]) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                yield parse(row)
            except (KeyError, TypeError, ValueError) as error:
                raise RegisterError(f"{path.name}, line {reader.line_num}: {error}") from error


def _organisation(row: dict[str, str]) -> OrganisationRow:
    number = row["organisation_number"] or None
    if number is not None:
        orgnr.validate(number)
    basis = NumberBasis(row["number_basis"])
    if (number is None) != (basis is NumberBasis.UNKNOWN):
        raise ValueError(f"{row['code']}: number and number_basis do not agree")
    return OrganisationRow(
        code=row["code"],
        kind=OrganisationKind(row["kind"]),
        name=row["name"],
        organisation_number=number,
        number_basis=basis,
        parent_code=row["parent_code"] or None,
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _version(row: dict[str, str]) -> VersionRow:
    form = row["language_form"]
    return VersionRow(
        code=row["code"],
        number=row["number"],
        name=row["name"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        official_name=row["official_name"],
        county_number=row["county_number"],
        county_name=row["county_name"],
        health_region=HealthRegion(row["health_region"]),
        health_trust_code=row["health_trust_code"] or None,
        centrality=_whole(row["centrality"]),
        centrality_index=_whole(row["centrality_index"]),
        language_form=LanguageForm(form) if form else None,
    )


def _population(row: dict[str, str]) -> PopulationRow:
    return PopulationRow(row["code"], int(row["year"]), int(row["inhabitants"]))


def _change(row: dict[str, str]) -> ChangeRow:
    return ChangeRow(
        changed_on=date.fromisoformat(row["changed_on"]),
        kind=ChangeKind(row["kind"]),
        old_code=row["old_code"],
        old_number=row["old_number"],
        old_name=row["old_name"],
        new_code=row["new_code"] or None,
        new_number=row["new_number"] or None,
        new_name=row["new_name"],
        inhabitants=_whole(row["inhabitants"]),
        confidence=row["confidence"],
        note=row["note"] or None,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _check_codes(register: Register) -> None:
    known = {row.code for row in register.organisations}
    if len(known) != len(register.organisations):
        raise RegisterError("organisations.csv: a code stands twice")
    named: dict[str, set[str | None]] = {
        "organisations.csv": {row.parent_code for row in register.organisations},
        "municipality_versions.csv": {row.health_trust_code for row in register.versions}
        | {row.code for row in register.versions},
        "population.csv": {row.code for row in register.populations},
        "changes.csv": {row.new_code for row in register.changes}
        | {row.old_code for row in register.changes},
    }
    for file, codes in named.items():
        if unknown := {code for code in codes if code} - known:
            raise RegisterError(f"{file}: unknown code {min(unknown)}")

from collections import Counter
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from accounts.models import HealthRegion, LanguageForm, NumberBasis, OrganisationKind
from accounts.register import (
    REFERENCE,
    ChangeKind,
    Register,
    RegisterError,
    VersionRow,
    read_register,
)

REFORM = date(2024, 1, 1)
DAYS_TO_CHECK = [date(2023, 12, 31), REFORM, date(2025, 12, 31), date(2026, 1, 1)]


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register()


def valid_on(register: Register, day: date) -> list[VersionRow]:
    return [row for row in register.versions if row.is_valid_on(day)]


def inhabitants(register: Register, year: int) -> dict[str, int]:
    return {row.code: row.inhabitants for row in register.populations if row.year == year}


def test_there_are_357_kommuner_from_2024_and_356_the_day_before(register: Register) -> None:
    assert len(valid_on(register, REFORM)) == 357
    assert len(valid_on(register, date(2023, 12, 31))) == 356


@pytest.mark.parametrize("day", DAYS_TO_CHECK)
def test_a_kommune_has_one_version_and_one_number_a_day(register: Register, day: date) -> None:
    valid = valid_on(register, day)
    assert Counter(row.code for row in valid).most_common(1)[0][1] == 1
    assert Counter(row.number for row in valid).most_common(1)[0][1] == 1


@pytest.mark.parametrize("day", DAYS_TO_CHECK)
def test_a_kommune_number_begins_with_its_fylke(register: Register, day: date) -> None:
    wrong = [row for row in valid_on(register, day) if row.number[:2] != row.county_number]
    assert wrong == []


def test_the_number_of_kommuner_in_each_fylke_is_that_of_the_regulation(register: Register) -> None:
    counted = Counter(row.county_number for row in valid_on(register, REFORM))
    assert counted == {
        "03": 1, "11": 23, "15": 27, "18": 41, "31": 12, "32": 21, "33": 18, "34": 46,
        "39": 6, "40": 17, "42": 25, "46": 43, "50": 38, "55": 21, "56": 18,
    }


@pytest.mark.parametrize(
    ("year", "whole_country"),
    [(2023, 5_488_984), (2024, 5_550_203), (2025, 5_594_340), (2026, 5_627_400)],
)
def test_inhabitants_add_up_to_the_whole_country(
    register: Register, year: int, whole_country: int
) -> None:
    assert sum(inhabitants(register, year).values()) == whole_country


def test_inhabitants_of_each_health_region_are_those_of_2024(register: Register) -> None:
    people = inhabitants(register, 2024)
    sums: Counter[HealthRegion] = Counter()
    for row in valid_on(register, REFORM):
        sums[row.health_region] += people[row.code]
    assert sums == {
        HealthRegion.SOUTH_EAST: 3_158_163, HealthRegion.WEST: 1_150_716,
        HealthRegion.NORTH: 487_744, HealthRegion.MID: 753_580,
    }


def test_midt_norge_is_more_og_romsdal_and_trondelag(register: Register) -> None:
    mid = [row for row in valid_on(register, REFORM) if row.health_region is HealthRegion.MID]
    assert Counter(row.county_name for row in mid) == {"Møre og Romsdal": 27, "Trøndelag": 38}


def test_language_resolutions_are_those_of_the_regulation(register: Register) -> None:
    assert Counter(row.language_form for row in valid_on(register, REFORM)) == {
        LanguageForm.BOKMAL: 118, LanguageForm.NYNORSK: 88, LanguageForm.NEUTRAL: 151,
    }


def test_centrality_classes_are_counted_as_by_ssb(register: Register) -> None:
    counted = Counter(row.centrality for row in valid_on(register, REFORM))
    assert counted == {1: 5, 2: 21, 3: 54, 4: 65, 5: 104, 6: 108}


def test_alesund_was_split_and_both_parts_lack_a_number(register: Register) -> None:
    by_code = {row.code: row for row in register.organisations}
    assert by_code["K-1507"].valid_to == date(2023, 12, 31)
    for code in ("K-1508", "K-1580"):
        assert by_code[code].organisation_number is None
        assert by_code[code].number_basis is NumberBasis.UNKNOWN
        assert by_code[code].valid_from == REFORM


def test_the_split_gives_each_part_the_inhabitants_it_began_with(register: Register) -> None:
    parts = [row for row in register.changes if row.kind is ChangeKind.SPLIT]
    began_with = {row.new_code: row.inhabitants for row in parts}
    assert began_with == {"K-1508": 58_509, "K-1580": 9_357}
    people = inhabitants(register, 2024)
    assert all(people[code] == number for code, number in began_with.items() if code)
    assert "K-1507" not in people


def test_all_other_kommuner_have_a_number_of_their_own(register: Register) -> None:
    kommuner = [
        row for row in register.organisations
        if row.kind is OrganisationKind.MUNICIPALITY and row.valid_to is None
    ]
    numbers = {row.organisation_number for row in kommuner if row.organisation_number}
    assert len(kommuner) == 357
    assert len(numbers) == 355


def test_there_are_fourteen_fylkeskommuner_beside_oslo(register: Register) -> None:
    counties = {row.code for row in register.organisations if row.kind is OrganisationKind.COUNTY}
    numbers = {row.county_number for row in valid_on(register, REFORM)}
    assert counties == {f"F-{number}" for number in numbers - {"03"}}


def test_every_health_trust_belongs_to_a_regional_authority(register: Register) -> None:
    by_code = {row.code: row for row in register.organisations}
    trusts = [row for row in register.organisations if row.kind is OrganisationKind.HEALTH_TRUST]
    for trust in trusts:
        assert trust.parent_code
        assert by_code[trust.parent_code].kind is OrganisationKind.REGIONAL_HEALTH_AUTHORITY
    assert len({trust.parent_code for trust in trusts}) == 4


def test_a_renumbered_kommune_is_the_same_organisation_under_both_numbers(
    register: Register,
) -> None:
    renumbered = [row for row in register.changes if row.kind is ChangeKind.RENUMBERED]
    versions = {(row.code, row.number) for row in register.versions}
    assert len(renumbered) == 113
    for change in renumbered:
        assert change.old_code == change.new_code
        assert (change.old_code, change.old_number) in versions
        assert (change.old_code, change.new_number) in versions


def test_a_new_name_begins_the_day_it_was_changed(register: Register) -> None:
    for change in register.changes:
        if change.kind is ChangeKind.RENAMED:
            (version,) = [
                row for row in register.versions
                if row.code == change.new_code and row.valid_from == change.changed_on
            ]
            assert version.official_name == change.new_name


def test_vest_lofoten_is_announced_without_a_number(register: Register) -> None:
    decided = [row for row in register.changes if row.kind is ChangeKind.MERGER_DECIDED]
    assert {row.old_code for row in decided} == {"K-1860", "K-1874"}
    for row in decided:
        assert (row.changed_on, row.new_name) == (date(2028, 1, 1), "Vest-Lofoten")
        assert row.new_code is None
        assert row.new_number is None


@pytest.mark.parametrize(
    ("file", "good", "bad", "complaint"),
    [
        ("organisations.csv", "958935420", "958935421", "organisations.csv, line 2"),
        ("organisations.csv", "confirmed", "guessed", "organisations.csv, line 2"),
        ("organisations.csv", "958935420", "", "number and number_basis do not agree"),
        ("municipality_versions.csv", "2020-01-01", "2020-13-01", "versions.csv, line 2"),
        ("population.csv", "K-0301,2023", "K-9999,2023", "population.csv: unknown code K-9999"),
        ("changes.csv", "split", "torn", "changes.csv, line 2"),
    ],
)
def test_a_bad_row_is_refused_by_name(
    tmp_path: Path, file: str, good: str, bad: str, complaint: str
) -> None:
    folder = copytree(REFERENCE, tmp_path / "reference")
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(RegisterError, match=complaint):
        read_register(folder)

"""Those who asked, in groups, and how many in each get something."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from accounts.models import HealthRegion, LanguageForm
from criteria.proportions import Proportion
from criteria.sizes import SizeClass, size_class

ANY = "any"
"""The group of all."""
_LANGUAGES = {form.value: str(number) for number, form in enumerate(LanguageForm)}


class By(StrEnum):
    """What they are grouped by."""

    SIZE = "size"
    CENTRALITY = "centrality"
    COUNTY = "county"
    HEALTH_REGION = "health_region"
    LANGUAGE_FORM = "language_form"


class Counting(StrEnum):
    """What is counted: applications, by their lead; or kommuner that take part, each once."""

    APPLICATIONS = "applications"
    MUNICIPALITIES = "municipalities"


@dataclass(frozen=True, slots=True)
class Subject:
    """An application's lead, or a kommune, as it was on the call's last day, and whether it gets something.

    All is None for a lead that is no kommune.
    """

    inhabitants: int | None
    centrality: int | None
    county: str | None
    health_region: HealthRegion | None
    language_form: LanguageForm | None
    funded: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A group by its value, None for those that are no kommune, and how many of it get something."""

    value: str | None
    reached: Proportion


def grouped(by: By, subjects: Iterable[Subject]) -> list[Group]:
    """Give the groups in their own order, those that are no kommune last; each subject is in exactly one."""
    found: dict[str | None, list[Subject]] = {}
    for one in subjects:
        found.setdefault(_VALUES[by](one), []).append(one)
    return [Group(value, _reached(found[value])) for value in sorted(found, key=_in_order(by))]


def _reached(subjects: list[Subject]) -> Proportion:
    return Proportion(sum(one.funded for one in subjects), len(subjects))


def _in_order(by: By) -> Callable[[str | None], tuple[bool, str]]:
    order: dict[str, str] = {}
    if by is By.SIZE:
        order = {band.value: str(number) for number, band in enumerate(SizeClass)}
    if by is By.LANGUAGE_FORM:
        order = _LANGUAGES
    return lambda value: (value is None, order.get(value or "", value or ""))


def _size(one: Subject) -> str | None:
    return None if one.inhabitants is None else size_class(one.inhabitants).value


_VALUES: dict[By, Callable[[Subject], str | None]] = {
    By.SIZE: _size,
    By.CENTRALITY: lambda one: None if one.centrality is None else str(one.centrality),
    By.COUNTY: lambda one: one.county,
    By.HEALTH_REGION: lambda one: one.health_region and one.health_region.value,
    By.LANGUAGE_FORM: lambda one: one.language_form and one.language_form.value,
}

"""The budget as a grid: partner, activity and source down, year across."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from werkzeug.datastructures import MultiDict

from applications.contents import BudgetCell, cells_of, seal_cells
from applications.facts import project_years
from applications.forms.parts import MayWait, SectionForm
from applications.forms.raw import packed, raw_of
from applications.models import Application, Partner, PartnerRole
from criteria.budget import Source
from foundation import words
from foundation.fields import MoneyField
from foundation.money import NOTHING, Ore
from foundation.showing import show_text
from grants.models import Activity


class Place(NamedTuple):
    """A row of the grid: who, what for, and who pays."""

    partner: Partner
    activity: Activity
    source: Source

    def name(self, year: int) -> str:
        """Give the name of the row's field for a year."""
        return cell_name(year, self.activity.id, self.source, self.partner.id)


class BudgetForm(SectionForm):
    """A field for each cell of some partners' parts; `budget_form` adds them."""

    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def partner_ids(self) -> list[int]:
        """Give the partners whose parts are filled in here."""
        return list(dict.fromkeys(place.partner.id for place in self.places))

    @property
    def seals(self) -> dict[int, str]:
        """Give the seal of each part as its writer saw it."""
        pairs = (one.partition(":") for one in self.seal.split(","))
        return {int(number): seal for number, _, seal in pairs if number.isdecimal()}

    @property
    def cells(self) -> list[BudgetCell]:
        """Give every cell as it was typed; an empty one is nothing."""
        return [
            BudgetCell(
                year, one.partner.id, one.activity.id, one.source, self.amount(one, year)
            )
            for one in self.places
            for year in self.years
        ]

    @property
    def written(self) -> dict[int, list[BudgetCell]]:
        """Give the parts in which the writer has changed anything, whole."""
        changed = self._changed()
        return {
            number: [cell for cell in self.cells if cell.partner_id == number]
            for number in self.partner_ids
            if number in changed
        }

    def amount(self, place: Place, year: int) -> Ore:
        """Give what a cell holds, as it was typed."""
        return self[place.name(year)].data or NOTHING

    def remember(self, since: SectionForm | None = None) -> None:
        """Let the page carry what its writer sees. Parts not written since stay as they were seen."""
        sees, seals = raw_of(self), self.seals
        if isinstance(since, BudgetForm) and since.saw is not None:
            kept = [number for number in since.partner_ids if number not in since.written]
            seals |= {number: seal for number, seal in since.seals.items() if number in kept}
            names = {one.name(year) for one in self.places for year in self.years
                     if one.partner.id in kept}  # fmt: skip
            sees = {name: sent for name, sent in sees.items() if name not in names}
            sees |= {name: sent for name, sent in since.saw.items() if name in names}
        self.seen.data = f"{sealed(seals)} {packed(sees)}"

    def _changed(self) -> set[int]:
        saw, typed = self.saw, raw_of(self)
        return {
            one.partner.id
            for one in self.places
            for name in map(one.name, self.years)
            if saw is None or saw.get(name, []) != typed.get(name, [])
        }


def budget_form(
    application: Application,
    partners: Iterable[Partner],
    formdata: MultiDict[str, str] | None = None,
    *,
    wide: bool = False,
) -> BudgetForm:
    """Show some partners' parts as they stand, or as they were typed.

    The years are those of the project, and any other that holds an amount; the activities those that are
    chosen, and of those that only the partners themselves can pay for, the ones that are used; `wide`:
    all of them.
    """
    members = list(partners)
    stored = [cell for one in members for cell in cells_of(application, one.id)]
    cells = {
        cell_name(one.year, one.activity_id, one.source, one.partner_id): one.amount
        for one in stored
    }
    used = {*cells, *(name for name, text in (formdata or MultiDict()).items() if text)}
    years = tuple(sorted({*project_years(application), *(cell.year for cell in stored)}))
    places = tuple(
        place
        for partner in members
        for activity in offered_activities(application)
        if wide or activity.supported or _is_used(used, partner, activity)
        for place in _places(partner, activity)
    )
    fields: dict[str, object] = {"places": places, "years": years}
    for place in places:
        for year in years:
            fields[place.name(year)] = MoneyField(_label(place, year), [MayWait()])
    seals = {one.id: seal_cells(cells_of(application, one.id)) for one in members}
    form_class: Any = type("GridForm", (BudgetForm,), fields)
    form: BudgetForm = form_class(data={**cells, "seen": sealed(seals)}, formdata=formdata)
    return form


def fillable(application: Application) -> list[Partner]:
    """Give the partners that have a part: all but the observers, unless one of these has amounts."""
    funded = {line.partner_id for line in application.budget_lines}
    return [
        one
        for one in application.partners
        if one.role is not PartnerRole.OBSERVER or one.id in funded
    ]


def offered_activities(application: Application) -> list[Activity]:
    """Give the activities that a budget may hold: the chosen ones, then those without support."""
    chosen = {one.activity_id for one in application.chosen_activities}
    calls = application.call.activities
    return [
        *(one for one in calls if one.supported and one.id in chosen),
        *(one for one in calls if not one.supported),
    ]


def sources_of(activity: Activity) -> list[Source]:
    """Give who may pay for an activity: the grant only where the call supports it (inv. 89–91)."""
    return [source for source in Source if activity.supported or source is not Source.GRANT]


def cell_name(
    year: int, activity_id: int, source: Source, partner_id: int | None = None
) -> str:
    """Give the name and id of a cell's field; the partner's number is in it where there are several."""
    whose = "" if partner_id is None else f"{partner_id}-"
    return f"c-{whose}{year}-{activity_id}-{source.value}"


def sealed(seals: Mapping[int, str]) -> str:
    """Write the parts' seals as one."""
    return ",".join(f"{number}:{seal}" for number, seal in sorted(seals.items()))


def _places(partner: Partner, activity: Activity) -> Iterator[Place]:
    for source in sources_of(activity):
        yield Place(partner, activity, source)


def _is_used(names: set[str], partner: Partner, activity: Activity) -> bool:
    start, middle = f"c-{partner.id}-", f"-{activity.id}-"
    return any(name.startswith(start) and middle in name[len(start) :] for name in names)


def _label(place: Place, year: int) -> str:
    parts = (place.partner.organisation.name, show_text(place.activity.text), words.say(place.source))
    return f"{' – '.join(parts)}, {year}"

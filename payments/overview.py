"""What the pages of this room show, put together from its queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.succession.queries import formers_among
from assessments.queries import closed_to
from criteria.impartiality import ASKED_AT_THE_GATE, Hindrance
from criteria.postings import Balance
from decisions.accountchange.models import AccountChange
from decisions.accountchange.queries import latest_among
from foundation import clock
from foundation.money import Ore
from grants.models import Appropriation, BudgetPost
from payments import queries
from payments.batches.selecting import reasons_of
from payments.models import Entry, Instalment
from payments.payees import Payee, payees_of
from payments.queries import InstalmentFilter, InstalmentPage, InstalmentRow, YearRow
from payments.refusals import PaymentRefusal
from payments.reversing import refusal_to_reverse
from payments.states import InstalmentState, state_of


@dataclass(frozen=True, slots=True)
class PostView:
    """A budget post with its years and their sum."""

    post: BudgetPost
    rows: Sequence[YearRow]
    total: Balance


@dataclass(frozen=True, slots=True)
class YearView:
    """The whole ledger in figures: each post, all posts year by year, and the control total."""

    posts: Sequence[PostView]
    years: Mapping[int, Balance]
    total: Balance
    unbooked: Sequence[Appropriation]


def year_view() -> YearView:
    """Put the year page together. Four queries, however long the ledger is."""
    rows = queries.year_rows()
    posts = list(dict.fromkeys(row.post for row in rows))
    years = sorted({row.year for row in rows})
    return YearView(
        posts=[
            PostView(post, own, queries.total_of(own))
            for post in posts
            for own in ([row for row in rows if row.post is post],)
        ],
        years={year: queries.total_of([row for row in rows if row.year == year]) for year in years},
        total=queries.total_of(rows),
        unbooked=queries.unbooked_appropriations(),
    )


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry, what it corrects or is corrected by, and why it cannot be corrected here."""

    entry: Entry
    counters: Entry | None
    countered_by: Entry | None
    refusal: PaymentRefusal | None


def entry_view(entry_id: int) -> EntryView:
    """Put an entry's page together. Raises NotFoundError."""
    entry = queries.entry(entry_id)
    counters = queries.entry(entry.counters_id) if entry.counters_id else None
    countered_by = queries.counter_of(entry.id)
    return EntryView(entry, counters, countered_by, refusal_to_reverse(entry, countered_by))


@dataclass(frozen=True, slots=True)
class RateView:
    """An instalment in a list: where it stands, and what keeps the reader from the next step.

    `hidden`: the case is closed to the reader. What was granted is public; the account is not shown.
    """

    row: InstalmentRow
    state: InstalmentState
    hindrance: StrEnum | None
    hidden: bool
    change: AccountChange | None
    """The change of the case's account that is open, or was done last."""
    payee: Payee

    @property
    def instalment(self) -> Instalment:
        """The instalment itself."""
        return self.row.instalment


@dataclass(frozen=True, slots=True)
class RatesView:
    """A page of instalments. `step`: what the reader may do with them, None where nothing is to be done."""

    page: InstalmentPage
    rows: Sequence[RateView]
    step: InstalmentState | None
    sums: Mapping[InstalmentState, queries.StateSum]
    to_declare: int

    @property
    def open_rows(self) -> int:
        """Count the instalments on the page that the reader may take the next step with."""
        return sum(one.hindrance is None for one in self.rows) if self.step else 0


def rates_view(
    chosen: InstalmentFilter, person: Person, *, after: int | None, before: int | None
) -> RatesView:
    """Put a list of instalments together for a reader. A fixed number of queries."""
    now = clock.now()
    page = queries.instalment_page(chosen, after=after, before=before)
    step = next(iter(chosen.states), None)
    may = step in _NEEDS and allows(person, _NEEDS[step])
    closed = closed_to(person, {row.instalment.application_id for row in page.rows})
    hindrances = _hindrances(page, step, person, closed) if may else {}
    payees = payees_of([row.instalment for row in page.rows])
    changes = latest_among({row.instalment.application_id for row in page.rows})
    return RatesView(
        page=page,
        rows=[
            RateView(
                row,
                state_of(row.instalment, now),
                hindrances.get(row.instalment.id),
                row.instalment.application_id in closed,
                changes.get(
                    (row.instalment.application_id, payees[row.instalment.id].organisation_id)
                ),
                payees[row.instalment.id],
            )
            for row in page.rows
        ],
        step=step if may else None,
        sums=queries.state_sums(chosen),
        to_declare=sum(one in ASKED_AT_THE_GATE for one in hindrances.values()),
    )


_NEEDS = {
    InstalmentState.DUE: Permission.PAYMENT_ATTEST,
    InstalmentState.ATTESTED: Permission.PAYMENT_AUTHORISE,
}


def _hindrances(
    page: InstalmentPage,
    step: InstalmentState | None,
    person: Person,
    closed: Mapping[int, Hindrance],
) -> dict[int, StrEnum]:
    """Give what is in the way, whoever it is, and above it what keeps this person out."""
    instalments = [row.instalment for row in page.rows]
    for_all: dict[int, StrEnum] = {**reasons_of(instalments, by_file=False)}
    if step is InstalmentState.DUE:
        return for_all | queries.hindrances_to_attest(person.id, instalments, closed)
    return for_all | queries.hindrances_to_authorise(person.id, instalments, closed)


@dataclass(frozen=True, slots=True)
class CaseMoney:
    """A case's money: year by year, altogether, and the instalments with where each stands.

    A year with nothing but interest on a claim is no year of the grant.
    """

    years: Mapping[int, Balance]
    total: Balance
    instalments: Sequence[tuple[Instalment, InstalmentState]]
    payees: Mapping[int, Payee]
    """Who is paid each instalment, where the case was passed on; else nothing."""

    @property
    def planned(self) -> Ore:
        """All instalments together; they are the commitment divided."""
        return Ore(sum(one.amount for one, _ in self.instalments))


def case_money(application_id: int) -> CaseMoney | None:
    """Put a case's money together; None where nothing is booked. Three queries, or five."""
    years = queries.case_years(application_id)
    if not years:
        return None
    now, parts = clock.now(), [one for one in queries.instalments_of(application_id) if one.amount]
    passed = formers_among([application_id])
    of_grant = {year: one for year, one in years.items() if one.committed or one.paid or one.claimed}
    return CaseMoney(
        years=of_grant or years,
        total=sum(years.values(), queries.EMPTY),
        instalments=[
            (one, state_of(one, now)) for one in parts
        ],
        payees=payees_of(parts) if passed else {},
    )

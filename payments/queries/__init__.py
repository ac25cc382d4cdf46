"""Reading the ledger, the instalments, and who may not pay them."""

from payments.queries.balances import (
    EMPTY,
    YearRow,
    case_balance,
    case_postings,
    case_years,
    total_of,
    year_rows,
)
from payments.queries.entries import (
    EntryFilter,
    EntryPage,
    Figure,
    appropriation,
    counter_of,
    entry,
    entry_page,
    sums_of,
    unbooked_appropriations,
)
from payments.queries.hindrances import hindrances_to_attest, hindrances_to_authorise
from payments.queries.instalments import (
    OPEN,
    InstalmentFilter,
    InstalmentPage,
    InstalmentRow,
    instalment,
    instalment_page,
    instalments_of,
    open_cases,
)

__all__ = [
    "EMPTY",
    "OPEN",
    "EntryFilter",
    "EntryPage",
    "Figure",
    "InstalmentFilter",
    "InstalmentPage",
    "InstalmentRow",
    "YearRow",
    "appropriation",
    "case_balance",
    "case_postings",
    "case_years",
    "counter_of",
    "entry",
    "entry_page",
    "hindrances_to_attest",
    "hindrances_to_authorise",
    "instalment",
    "instalment_page",
    "instalments_of",
    "open_cases",
    "sums_of",
    "total_of",
    "unbooked_appropriations",
    "year_rows",
]

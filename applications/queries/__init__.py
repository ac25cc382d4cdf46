"""Reading applications: one of the person's own, any for the office, and lists of many."""

from applications.queries.casefilters import CaseFilters
from applications.queries.caselist import CasePage, CaseRow, case_page
from applications.queries.lists import (
    applications_of,
    applications_with,
    led_before,
    led_elsewhere,
    led_in_call,
)
from applications.queries.one import (
    any_application,
    application_of,
    applications_by_id,
    attachment_of,
    case_attachment,
    deficiency_of,
    led_by,
    open_deficiency,
    partner_of,
    ready_drafts,
)
from applications.queries.register import counties_on, organisations_named, without_signatory
from applications.queries.trail import events, public_events, saved_last

__all__ = [
    "CaseFilters",
    "CasePage",
    "CaseRow",
    "any_application",
    "application_of",
    "applications_by_id",
    "applications_of",
    "applications_with",
    "attachment_of",
    "case_attachment",
    "case_page",
    "counties_on",
    "deficiency_of",
    "events",
    "led_before",
    "led_by",
    "led_elsewhere",
    "led_in_call",
    "open_deficiency",
    "organisations_named",
    "partner_of",
    "public_events",
    "ready_drafts",
    "saved_last",
    "without_signatory",
]

"""The public journal, requests for what is in it, and a party's own file."""

from tests.visibility.deciding import NOWHERE
from tests.visibility.listing import ALL, GATED, Line, absent, declares, lets, opens
from tests.visibility.viewers import ADMITTED, EVERYBODY, HINDERED, LEAD, PARTNERS, UNGATED

INVOLVED = LEAD | PARTNERS
NOT_YET = ("submitted", "incomplete", "eligible", "withdrawn")
"""Where the call still takes applications: nothing is in the journal."""
OF_THE_JOURNALED: Line = (
    absent(UNGATED, "draft"), declares(ADMITTED | HINDERED, "draft"),
    absent(ADMITTED, *NOT_YET, NOWHERE), lets(ADMITTED), declares(HINDERED),
)  # fmt: skip
"""A document of a case whose call has closed: there is none before."""

LOOKED_AT: dict[str, Line] = {
    "openness.answer": (opens(EVERYBODY),),
    "openness.answer_request": (lets(ADMITTED), declares(HINDERED)),
    "openness.ask": (opens(EVERYBODY),),
    "openness.case_documents": (absent(INVOLVED, "draft"), opens(INVOLVED)),
    "openness.case_download": (absent(INVOLVED, "draft"), opens(INVOLVED)),
    "openness.case_journal": GATED,
    "openness.document": OF_THE_JOURNALED,
    "openness.given_document": (),
    "openness.journal": ALL,
    "openness.journal_table": ALL,
    "openness.mark": OF_THE_JOURNALED,
    "openness.requests": ALL,
}
SENT: dict[str, Line] = {"openness.keep": ALL}

"""Every address there is, made from the url map and what the world knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from tests.visibility.world import Ids

ANYWHERE = "anywhere"
WRITTEN = "a call being written"
CALLS = frozenset({"submitted", "decided", WRITTEN})
"""The places where a call is looked at for itself. Its own pages tell nothing of cases: these will do."""
SENT_AT = frozenset(
    {"draft", "incomplete", "eligible", "proposed", "decided", "accepted", "the offer", WRITTEN}
)
"""The places where forms are sent: one on each side of every door that opens or closes."""
DRAWN_AT = {
    "decisions.preview_document": frozenset({"draft", "proposed", "awarded"}),
    "followup.case_benefit_paper": frozenset({"draft", "awarded", "accepted"}),
    "followup.follow_up_call_paper": frozenset({"accepted"}),
    "followup.own_benefit_paper": frozenset({"draft", "awarded", "accepted"}),
}
"""What takes a second to draw is drawn at fewer places."""
ASKED_WITH = {
    "assessments.cases": "whose=all&text=Fjordbarometeret",
    "assessments.compare_proposals": "med={proposal_id}",
    "assessments.declare_many": "hvem=alle",
    "figures.budget_year_cases": "tall=tilsagn",
    "statistics.cases": "tall=applications",
    "decisions.sample_letter": "vedtak={decision_id}&brev=normal",
}
"""What a page is asked for beside its bare address, where that opens another door."""
ASKED_ONLY_WITH = frozenset(
    {"assessments.compare_proposals", "figures.budget_year_cases", "statistics.cases"}
)
"""The pages that are nothing without it."""
SENT_WITH: dict[str, dict[str, str]] = {
    "applications.withdraw": {"reason": "Vi rekker det ikke."},
    "figures.export": {"year": "", "content": "workbook"},
    "finding.answer": {"reply": "yes"},
}
"""What is sent beside the token, where an empty form would not come as far as to what is judged."""
ID_NAMES = ("proposal_id", "decision_id")
WITH_KEY = frozenset({"figures.interface_snapshot_file", "figures.interface_table"})
"""The routes that ask every time for a program's key, whoever is signed in."""
LAST = "accounts.sign_out"
"""The route that is taken last: there is nothing to do after it."""
NOT_WALKED = frozenset({"static"})
METHODS = ("GET", "POST")
OF_CASES = frozenset({"application_id", "call_id", "decision_id", "proposal_id"})


@dataclass(frozen=True)
class Address:
    """One address: its route, the case or other place that it is about, and how to ask."""

    endpoint: str
    place: str
    method: str
    path: str


def addresses(app: Flask, places: dict[str, Ids]) -> Iterator[Address]:
    """Give every address of every route but the static files, once for each place that has its ids."""
    bound = app.url_map.bind("")
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: (one.endpoint, one.rule)):
        if rule.endpoint in NOT_WALKED:
            continue
        seen: set[str] = set()
        for place, ids in _fitting(rule, places):
            path = bound.build(rule.endpoint, {key: ids[key] for key in rule.arguments})
            if path not in seen:
                seen.add(path)
                yield from _asked(rule, place, path, ids)


def without_place(app: Flask, places: dict[str, Ids]) -> Iterator[str]:
    """Give the routes of which no place knows all the ids: the world must learn of them."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in NOT_WALKED and next(_fitting(rule, places), None) is None:
            yield f"{rule.rule} ({', '.join(sorted(rule.arguments))})"


def _fitting(rule: Rule, places: dict[str, Ids]) -> Iterator[tuple[str, Ids]]:
    if not rule.arguments:
        yield ANYWHERE, {}
        return
    for place, ids in places.items():
        if rule.arguments <= ids.keys() and (place in CALLS or not _is_of_a_call(rule)):
            yield place, ids


def _is_of_a_call(rule: Rule) -> bool:
    return rule.rule.startswith(("/utlysninger/<", "/forvaltning/utlysninger/<"))


def _asked(rule: Rule, place: str, path: str, ids: Ids) -> Iterator[Address]:
    for method in METHODS:
        bare = rule.endpoint not in ASKED_ONLY_WITH
        if bare and method in (rule.methods or ()) and _is_asked(rule, place, method):
            yield Address(rule.endpoint, place, method, path)
    query = ASKED_WITH.get(rule.endpoint)
    if query is not None and all(f"{{{key}}}" not in query or key in ids for key in ID_NAMES):
        yield Address(rule.endpoint, place, "GET", f"{path}?{query.format(**ids)}")


def _is_asked(rule: Rule, place: str, method: str) -> bool:
    if rule.endpoint in DRAWN_AT:
        return place in DRAWN_AT[rule.endpoint]
    return method == "GET" or not rule.arguments & OF_CASES or place in SENT_AT

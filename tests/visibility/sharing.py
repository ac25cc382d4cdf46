"""Who goes where: every viewer to every page, and together to every page at every place.

A walk by everybody to everywhere would be twenty thousand requests. Viewers share the places of a page
between them, so that every role has been to each; and whoever looks for what is hidden goes everywhere that
it may be told. Which places are whose hangs on the names alone: a new route moves nobody else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from tests.visibility.addresses import ANYWHERE, Address
from tests.visibility.viewers import APPLICANTS, ASSESSORS, FINDERS, SIBLINGS, Viewer

APART = 8
"""How many places there are from one that a viewer goes to, to the next."""
TELLING = frozenset(
    {
        "applications.confirm", "applications.message_attachment", "applications.messages",
        "applications.attachment", "applications.show", "assessments.attachment", "assessments.case",
        "assessments.proposal",
        "assessments.message_attachment", "assessments.staff", "assessments.talk", "decisions.answer",
        "decisions.show", "followup.case_indicator", "followup.indicator",
    }
)  # fmt: skip
"""The pages and files that tell what is in a case."""
ORDER = {viewer: number for number, viewer in enumerate(Viewer)}


def share_of(viewer: Viewer, found: Iterable[Address]) -> Iterator[Address]:
    """Of all addresses, give those that a viewer goes to."""
    pages: dict[tuple[str, str, bool], list[Address]] = defaultdict(list)
    for address in found:
        pages[address.endpoint, address.method, "?" in address.path].append(address)
    for page in pages.values():
        turn = crc32(f"{page[0].method} {page[0].endpoint}".encode())
        if page[0].place != ANYWHERE or _has_the_turn(viewer, turn):
            yield from _places_of(viewer, page, ORDER[viewer] + turn)


def _has_the_turn(viewer: Viewer, turn: int) -> bool:
    """Tell whether a viewer is the one of its siblings who goes to a page."""
    alike = next((some for some in SIBLINGS if viewer in some), (viewer,))
    return alike[turn % len(alike)] is viewer


def _places_of(viewer: Viewer, page: Sequence[Address], turn: int) -> Iterator[Address]:
    step = min(APART, len(page))
    for number, address in enumerate(page):
        if number % step == turn % step or _is_looked_for(viewer, address):
            yield address


def _is_looked_for(viewer: Viewer, address: Address) -> bool:
    """Tell whether a viewer may find something of its own, or has come to find what there is."""
    if address.method != "GET":
        return False
    return (
        (viewer in FINDERS and address.endpoint in TELLING)
        or (viewer in APPLICANTS and address.place in ("draft", "the offer"))
        or (viewer in ASSESSORS and address.place == "eligible")
    )

"""Checks of drafts: what was found ready to be handed in is as it was found."""

from collections.abc import Iterator

from applications.queries import ready_drafts
from applications.ready import lacks_nothing
from applications.record import fingerprint_of


def wrong_drafts() -> Iterator[str]:
    """Look every draft over that was found ready under its call as it now is."""
    for draft in ready_drafts():
        if fingerprint_of(draft) != draft.ready_fingerprint:
            yield f"application {draft.id} is not as it was when it was found ready"
        elif not lacks_nothing(draft):
            yield f"application {draft.id} was found ready and is not"

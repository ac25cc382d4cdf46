"""Checks of the file store: every file that a row names is there and holds what its checksum says."""

from collections.abc import Iterator

from foundation.files import store
from foundation.tidying import named_files


def wrong_files() -> Iterator[str]:
    """Name each file that is missing or changed, once however many rows name it."""
    files = store()
    for sha256 in sorted(named_files()):
        if not files.is_whole(sha256):
            yield f"file {sha256} is missing or changed"

"""One way of writing facts down, so that the same facts always give the same fingerprint."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Fact: TypeAlias = "str | int | Sequence[Fact] | Mapping[str, Fact] | None"
"""What can be written down without loss. Floats are left out: they are never exact."""


def digest(facts: Mapping[str, Fact]) -> str:
    """Give the SHA-256 of the facts as lower-case hex; the order of the names means nothing."""
    written = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8")).hexdigest()

"""The committed locks: exact, hashed, and one inside the other."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pins(lock: str) -> dict[str, str]:
    """Read which version a lock gives each package."""
    lines = (ROOT / lock).read_text().splitlines()
    pinned = [line.split(" ")[0] for line in lines if line[:1].isalnum()]
    return dict(pin.split("==") for pin in pinned)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_package_is_pinned_by_hash_and_no_address_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--index-url" not in text
    hashed = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(hashed) == len(pins(lock)) > 0


def test_the_test_lock_holds_all_that_runs() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-test.lock").items()


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_each_lock_gives_the_versions_that_were_chosen(name: str) -> None:
    lines = (ROOT / f"{name}.in").read_text().splitlines()
    chosen = dict(line.replace("[binary]", "").split("==") for line in lines if line[:1].isalnum())
    assert chosen.items() <= pins(f"{name}.lock").items()

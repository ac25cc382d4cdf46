"""Every text of the pages stands in nynorsk, with the same places for values."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "translations" / "nn" / "LC_MESSAGES"
KEYWORDS = {
    "_": None, "gettext": None, "_l": None, "lazy_gettext": None, "ngettext": (1, 2),
}
PLACES = re.compile(r"%\(\w+\)[sd]")


def texts() -> set[str]:
    """Give every text of code and templates; of a text with a plural, its singular."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config)
    found = extract_from_dir(str(ROOT), methods, options, keywords=KEYWORDS)
    return {one[2] if isinstance(one[2], str) else one[2][0] for one in found}


@pytest.fixture(scope="module")
def nynorsk() -> Catalog:
    with (CATALOGUE / "messages.po").open("rb") as file:
        return read_po(file)


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def test_every_text_has_its_nynorsk(nynorsk: Catalog) -> None:
    translated = {singular(message) for message in nynorsk if message.id and message.string}
    assert sorted(texts() - translated) == []


def test_no_nynorsk_is_left_of_texts_that_are_gone(nynorsk: Catalog) -> None:
    assert sorted({singular(message) for message in nynorsk if message.id} - texts()) == []


def test_the_values_have_the_same_places(nynorsk: Catalog) -> None:
    for message in nynorsk:
        if isinstance(message.id, str) and message.id:
            said = str(message.string)
            assert sorted(PLACES.findall(message.id)) == sorted(PLACES.findall(said)), message.id


def test_the_compiled_catalogue_is_the_one_that_is_written(nynorsk: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, nynorsk)
    assert compiled.getvalue() == (CATALOGUE / "messages.mo").read_bytes()

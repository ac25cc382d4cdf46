"""Texts with places: filled as they are, and held to what a letter must state."""

from hypothesis import given
from hypothesis import strategies as st

from criteria.lettertext import Demands, Fault, TextFault, faults_of, fill, places_in

NAMES = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøå_"), min_size=1, max_size=12)
PROSE = st.text(st.characters(exclude_characters="{}", codec="utf-8"), max_size=60)
HELD = Demands(
    known=frozenset(("søker", "innvilget", "prosjekt")),
    must=frozenset(("innvilget",)),
    words=("Riksrevisjonen",),
)


@given(st.lists(st.tuples(PROSE, NAMES), max_size=6), PROSE)
def test_every_place_is_found_and_filled(pieces: list[tuple[str, str]], end: str) -> None:
    text = "".join(f"{prose}{{{name}}}" for prose, name in pieces) + end
    names = {name for _, name in pieces}
    assert places_in(text) == names
    expected = "".join(f"{prose}<{name}>" for prose, name in pieces) + end
    assert fill(text, {name: f"<{name}>" for name in names}) == expected


@given(PROSE)
def test_what_fills_a_place_is_never_read_as_a_place(value: str) -> None:
    assert fill("{søker}", {"søker": f"{{{value}}}"}) == f"{{{value}}}"


@given(PROSE.filter(str.strip), NAMES)
def test_a_text_with_only_known_places_has_no_fault(prose: str, name: str) -> None:
    demands = Demands(known=frozenset((name,)), must=frozenset((name,)))
    assert faults_of(f"{prose}{{{name}}}", demands) == []
    assert Fault(TextFault.MISSING_PLACE, name) in faults_of(prose, demands)


def test_each_fault_says_what_it_is_about() -> None:
    assert faults_of("{søkjar} får {beløp", HELD) == [
        Fault(TextFault.UNKNOWN_PLACE, "søkjar"),
        Fault(TextFault.MISSING_PLACE, "innvilget"),
        Fault(TextFault.MISSING_WORD, "Riksrevisjonen"),
        Fault(TextFault.STRAY_BRACE, "{"),
    ]


def test_only_an_optional_part_may_be_empty() -> None:
    assert faults_of("  \n", HELD) == [Fault(TextFault.EMPTY)]
    assert faults_of("", Demands(known=frozenset(), optional=True)) == []

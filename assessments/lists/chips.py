"""What a list is narrowed by, piece by piece: each says what it is and can be taken away."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flask_babel import gettext as _

from assessments.lists.choice import NOT_CHIPS, Choice, Found
from assessments.lists.offered import Offered
from criteria.sizes import SizeClass
from criteria.steps import Step
from foundation import words
from foundation.showing import show_text


class Chip(NamedTuple):
    """A piece: what it is called, what was chosen, and the query that is left without it."""

    label: str
    value: str
    query: str


def chips(choice: Choice, offered: Callable[[], Offered]) -> tuple[Chip, ...]:
    """Give a chip for each piece of a choice. What is offered is read when something is chosen."""
    chosen = {name: value for name, value in choice.typed.items() if name not in NOT_CHIPS}
    if not chosen:
        return ()
    called = _called()
    said = _said(offered()) if chosen.keys() & _LOOKED_UP else {}
    return tuple(
        Chip(called[name], said.get((name, value), _plainly(name, value)), choice.without(name))
        for name, value in chosen.items()
    )


_LOOKED_UP = frozenset({"call", "measure", "officer"})
_KINDS = {"step": Step, "size": SizeClass, "finding": Found}


def _plainly(name: str, value: str) -> str:
    return words.say(_KINDS[name](value)) if name in _KINDS else value


def _said(offered: Offered) -> Mapping[tuple[str, str], str]:
    calls = {("call", str(one.id)): show_text(one.title) for one in offered.calls}
    measures = {("measure", str(one)): show_text(name) for one, _code, name in offered.measures}
    officers = {("officer", str(one.id)): one.name for one in offered.officers}
    return {**calls, **measures, **officers}


def _called() -> dict[str, str]:
    return {
        "text": _("Søk"), "call": _("Utlysning"), "step": _("Status"), "measure": _("Tiltak"),
        "county": _("Fylke"), "lead": _("Hovedsøker"), "size": _("Størrelse"),
        "least": _("Søkt minst"), "most": _("Søkt høyst"), "officer": _("Medarbeider"),
        "finding": _("Formell kontroll"),
    }  # fmt: skip

"""When two people have written in the same section: both texts are shown, and nothing is lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field

from applications.forms.parts import SectionForm
from applications.forms.raw import Raw, is_text, leaves, raw_of, shown
from applications.models import Application
from applications.queries.trail import Saved
from foundation import words

KEEP = "keep-"
MINE, THEIRS, BOTH = "mine", "theirs", "both"
_NOT_CARRIED = frozenset({"seen", "csrf_token", "then"})


class Changed(StrEnum):
    """Who has changed a field since the page was read."""

    BY_ME = "by_me"
    BY_THEM = "by_them"
    BY_BOTH = "by_both"


words.register({
    Changed.BY_ME: _l("Bare du har endret dette."),
    Changed.BY_THEM: _l("Bare den andre har endret dette."),
    Changed.BY_BOTH: _l("Begge har endret dette."),
})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people have filled in differently, as each would read it.

    `saw` is what it held when the writer began; `joins`: both texts may stand, one after the other.
    """

    name: str
    label: str
    saw: str
    mine: str
    theirs: str
    changed: Changed
    joins: bool

    @property
    def keep(self) -> str:
        """Give the text that stands unless the writer chooses the other one."""
        return THEIRS if self.changed is Changed.BY_THEM else MINE


def settled(stored: SectionForm) -> MultiDict[str, str] | None:
    """Give what was sent, with the stored text where the writer has chosen it. None: nothing sent.

    Where both shall stand, what is stored comes first.
    """
    if request.method != "POST":
        return None
    sent = MultiDict(request.form)
    stands = raw_of(stored)
    for key, choice in request.form.items():
        if not key.startswith(KEEP):
            continue
        name = key.removeprefix(KEEP)
        if choice == THEIRS:
            put(sent, name, stands.get(name, []))
        elif choice == BOTH:
            texts = [*stands.get(name, []), *sent.getlist(name)]
            put(sent, name, ["\n\n".join(text for text in texts if text)])
    return sent


def put(sent: MultiDict[str, str], name: str, values: list[str]) -> None:
    """Put other values in a field's place; without any, the field is as if it was not sent.

    The rows of a table are sent one by one: an empty whole stands in their place.
    """
    sent.poplist(name)
    if not values and any(re.match(rf"{re.escape(name)}-\d+-", other) for other in sent):
        values = [""]
    if values:
        sent.setlist(name, values)


def differences(mine: SectionForm, theirs: SectionForm) -> list[Difference]:
    """List the fields that hold something else than what is stored, in the order of the page."""
    saw, typed, stands = mine.saw, raw_of(mine), raw_of(theirs)
    return [
        _difference(field, saw, typed, stands)
        for field in _all_fields(mine, theirs)
        if typed.get(field.name, []) != stands.get(field.name, [])
    ]


def both_texts(
    application: Application,
    heading: str,
    mine: SectionForm,
    theirs: SectionForm,
    other: Saved | None,
) -> ResponseReturnValue:
    """Show the fields where the two differ, and let the writer choose each. `other`: who was first."""
    found = differences(mine, theirs)
    theirs.remember()
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in _NOT_CARRIED and not name.startswith(KEEP)
    ]
    page = render_template(
        "applications/conflict.html",
        application=application,
        heading=heading,
        differences=found,
        typed=typed,
        seen=theirs.seen.data,
        other=other,
    )
    return page, 409


def _all_fields(mine: SectionForm, theirs: SectionForm) -> Iterable[Field]:
    own = {field.name: field for field in leaves(mine)}
    return [*own.values(), *(field for field in leaves(theirs) if field.name not in own)]


def _difference(field: Field, saw: Raw | None, typed: Raw, stands: Raw) -> Difference:
    mine, theirs = (one.get(field.name, []) for one in (typed, stands))
    was = None if saw is None else saw.get(field.name, [])
    changed = Changed.BY_BOTH
    if was == theirs:
        changed = Changed.BY_ME
    elif was == mine:
        changed = Changed.BY_THEM
    return Difference(
        name=field.name,
        label=str(field.label.text),
        saw=shown(field, was or []),
        mine=shown(field, mine),
        theirs=shown(field, theirs),
        changed=changed,
        joins=changed is Changed.BY_BOTH and is_text(field) and bool(mine) and bool(theirs),
    )

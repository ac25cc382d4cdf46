"""When two people have written in the same section: both texts are shown, and nothing is lost."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field
from wtforms.fields.choices import SelectFieldBase

from applications import queries
from applications.forms.parts import SectionForm
from applications.models import Application
from criteria.canonical import digest
from foundation import words
from foundation.fields import MoneyField
from foundation.money import format_amount

KEEP = "keep-"
MINE, THEIRS = "mine", "theirs"
_NOT_SHOWN = frozenset({"seen", "csrf_token"})


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
    """A field that two people have filled in differently, as each would read it."""

    name: str
    label: str
    mine: str
    theirs: str
    changed: Changed

    @property
    def keep(self) -> str:
        """Give the text that stands unless the writer chooses the other one."""
        return THEIRS if self.changed is Changed.BY_THEM else MINE


def remember(form: SectionForm) -> None:
    """Let the page carry what its writer saw: the section's seal, and a mark of each field."""
    marks = [f"{field.name}={_mark(field)}" for field in form if field.name not in _NOT_SHOWN]
    form.seen.data = " ".join([form.seal, *marks])


def settled(stored: SectionForm) -> MultiDict[str, str] | None:
    """Give what was sent, with the stored text where the writer has chosen it. None: nothing sent."""
    if request.method != "POST":
        return None
    sent = MultiDict(request.form)
    for name in [key.removeprefix(KEEP) for key, choice in sent.items() if choice == THEIRS]:
        if name in stored:
            sent.setlist(name, _raw(stored[name]))
    return sent


def both_texts(
    application: Application, act: str, heading: str, mine: SectionForm, theirs: SectionForm
) -> ResponseReturnValue:
    """Show the fields where the two differ, and let the writer choose each."""
    seen = dict(mark.split("=") for mark in (mine.seen.data or "").split()[1:])
    remember(theirs)
    differences = [
        _difference(seen.get(field.name), field, theirs[field.name])
        for field in mine
        if field.name not in _NOT_SHOWN
        and field.name in theirs
        and _raw(field) != _raw(theirs[field.name])
    ]
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in _NOT_SHOWN and not name.startswith(KEEP)
    ]
    page = render_template(
        "applications/conflict.html",
        application=application,
        heading=heading,
        differences=differences,
        typed=typed,
        seen=theirs.seen.data,
        other=queries.saved_last(application, act),
    )
    return page, 409


def _difference(seen: str | None, mine: Field, theirs: Field) -> Difference:
    return Difference(
        name=mine.name,
        label=str(mine.label.text),
        mine=_shown(mine),
        theirs=_shown(theirs),
        changed=_changed(seen, mine, theirs),
    )


def _changed(seen: str | None, mine: Field, theirs: Field) -> Changed:
    if seen == _mark(theirs):
        return Changed.BY_ME
    return Changed.BY_THEM if seen == _mark(mine) else Changed.BY_BOTH


def _mark(field: Field) -> str:
    return digest({"raw": _raw(field)})[:12]


def _raw(field: Field) -> list[str]:
    """Give what a browser sends for a field as it stands."""
    data = field.data
    if isinstance(field, BooleanField):
        return ["y"] if data else []
    if isinstance(field, SelectFieldBase):
        chosen = data if isinstance(data, list) else [data]
        return [str(one) for one in chosen if one not in (None, "")]
    if isinstance(field, MoneyField):
        return ["" if data is None else format_amount(data)]
    if isinstance(data, date):
        return [data.isoformat()]
    return ["" if data is None else str(data)]


def _shown(field: Field) -> str:
    """Give a field's content as people read it."""
    if isinstance(field, BooleanField):
        return str(_("Ja") if field.data else _("Nei"))
    if isinstance(field, SelectFieldBase):
        chosen = set(_raw(field))
        labels = [str(choice[1]) for choice in field.iter_choices() if str(choice[0]) in chosen]
        return ", ".join(labels)
    return _raw(field)[0]

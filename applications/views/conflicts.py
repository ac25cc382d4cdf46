"""When two people have written in the same section: both texts are shown, and nothing is lost."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field
from wtforms.fields.choices import SelectFieldBase

from applications import queries
from applications.forms.parts import SectionForm
from applications.models import Application
from foundation.fields import MoneyField
from foundation.money import format_amount

KEEP = "keep-"
MINE, THEIRS = "mine", "theirs"
_NOT_SHOWN = frozenset({"seen", "csrf_token"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people have filled in differently, as each would read it."""

    name: str
    label: str
    mine: str
    theirs: str


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
    differences = [
        Difference(field.name, str(field.label.text), _shown(field), _shown(theirs[field.name]))
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

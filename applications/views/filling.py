"""How a section of a draft is filled in: by its button, by itself, or again after signing in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from flask import jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Field

from accounts import typed
from accounts.identity import me
from applications.bar import bar_of
from applications.corrections.opening import open_sections
from applications.facts import lead_of
from applications.forms.parts import SectionForm
from applications.forms.raw import raw_of
from applications.models import Application, Deficiency
from applications.queries.one import ACTS_FOR, open_deficiency
from applications.queries.trail import saved_last
from applications.todo import Todo, todo_of
from applications.views.conflicts import both_texts, differences, put, settled
from foundation import clock
from foundation.addresses import wants_json
from foundation.errors import RuleBrokenError, StaleError
from foundation.forms import problems, refuse

F = TypeVar("F", bound=SectionForm)
G_contra = TypeVar("G_contra", bound=SectionForm, contravariant=True)
Sent = MultiDict[str, str]


class Save(Protocol[G_contra]):
    """Does the act of a section with what its form holds; `auto`: the page saves by itself."""

    def __call__(self, form: G_contra, *, auto: bool) -> None:
        """Save, or raise StaleError or RuleBrokenError."""


@dataclass(frozen=True, slots=True)
class Section(Generic[F]):
    """A section as its view hands it over.

    `form` makes its form, of what was sent or as it stands; `save` does its act, which the
    audit trail calls `act`; `key` is its place in the list of parts. `subject`: what the act is done to,
    when not to the application itself. `alone` makes the form with
    labels that stand alone, for the page with both texts; `beside` draws what the page shows besides
    and a save may change: the list of parts, unless it says otherwise.
    """

    application: Application
    key: str
    heading: str
    act: str
    form: Callable[[Sent | None], F]
    save: Save[F]
    subject: str | None = None
    alone: Callable[[Sent | None], F] | None = None
    beside: Callable[[], str | None] | None = None


@dataclass(frozen=True, slots=True)
class Filled(Generic[F]):
    """A section's form as its page shows it, or the answer that is given instead.

    `saved`: the act is done, and the view says where to go. `unsaved`: the form holds what was typed when
    the session ended.
    """

    form: F
    answer: ResponseReturnValue | None = None
    saved: bool = False
    unsaved: bool = False


def filled_in(section: Section[F]) -> Filled[F]:
    """Show a section, or save what was sent of it. Nothing that was typed is lost on the way."""
    stored = section.form(None)
    if request.method == "GET":
        return _to_fill_in(section, stored)
    form = section.form(settled(stored))
    if wants_json():
        return Filled(form, answer=_autosaved(section, stored, form))
    if not form.validate():
        return Filled(form)
    try:
        section.save(form, auto=False)
    except StaleError:
        alone = section.alone or section.form
        mine, theirs = alone(settled(stored)), alone(None)
        if differences(mine, theirs):
            other = saved_last(section.application, section.act, section.subject)
            page = both_texts(section.application, section.heading, mine, theirs, other)
            return Filled(form, answer=page)
    except RuleBrokenError as error:
        refuse(form, error)
        return Filled(form)
    typed.let_go(request.path, by=me())
    return Filled(form, saved=True)


def _to_fill_in(section: Section[F], stored: F) -> Filled[F]:
    """Give the form as it stands; what an ended session left is filled in, with what its writer saw."""
    left = typed.typed_on(request.path, me())
    if left is not None:
        return Filled(section.form(MultiDict(left)), unsaved=True)
    stored.remember()
    return Filled(stored)


def _autosaved(section: Section[F], stored: F, form: F) -> ResponseReturnValue:
    """Save what can be saved, and tell a script how it went. What is wrong stays with the page."""
    wrong = []
    if not form.validate():
        wrong = [{"target": one.target, "label": one.label, "text": one.text} for one in problems(form)]
        form = section.form(_without_errors(form, stored))
        if not form.validate():
            return jsonify(state="refused", problems=wrong), 422
    try:
        section.save(form, auto=True)
    except StaleError:
        if differences(form, section.form(None)):
            return jsonify(state="conflict", text=_("Noen andre har lagret her mens du skrev.")), 409
    except RuleBrokenError as error:
        refuse(form, error)
        told = [{"target": None, "label": "", "text": one.text} for one in problems(form)]
        return jsonify(state="refused", problems=told), 422
    typed.let_go(request.path, by=me())
    fresh = section.form(None)
    fresh.remember(form)
    return jsonify(
        state="saved",
        text=_("Lagret kl. %(time)s", time=f"{clock.in_oslo(clock.now()):%H:%M}"),
        seen=fresh.seen.data,
        problems=wrong,
        side=section.beside() if section.beside else _side(section),
    )


def own_todo(application: Application) -> Todo | None:
    """Give what the application lacks, to those who put it right: the lead's people."""
    leads = lead_of(application).organisation_id in me().organisations_as(*ACTS_FOR)
    return todo_of(application, open_sections(application) or None) if leads else None


def correcting(application: Application) -> Deficiency | None:
    """Give the deficiency letter with which the office has opened parts of what was handed in."""
    return open_deficiency(application) if open_sections(application) else None


def _side(section: Section[F]) -> str | None:
    todo = own_todo(section.application)
    if todo is None:
        return None
    return render_template(
        "applications/side.html",
        application=section.application,
        todo=todo,
        bar=bar_of(section.application),
        current=section.key,
        deficiency=correcting(section.application),
    )


def _without_errors(form: SectionForm, stored: SectionForm) -> Sent:
    """Give what was sent, with what is stored in place of what is wrong."""
    sent, stands = MultiDict(request.form), raw_of(stored)
    for field in form:
        if field.errors:
            for name in [one for one in {*sent, *stands} if _is_of(one, field)]:
                put(sent, name, stands.get(name, []))
    return sent


def _is_of(name: str, field: Field) -> bool:
    """Tell whether a control is the field's, or that of one of its rows."""
    return name == field.name or name.startswith(f"{field.name}-")

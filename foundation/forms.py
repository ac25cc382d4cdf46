"""The form every form builds on: Norwegian messages, tidy text, errors that pages can list."""

from collections.abc import Callable, Hashable, Iterable, Iterator, MutableMapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from flask import request
from flask_wtf import FlaskForm
from markupsafe import Markup, escape
from wtforms import Field, FieldList, FormField, PasswordField, StringField
from wtforms import Form as PlainForm
from wtforms.csrf.core import CSRFTokenField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.meta import DefaultMeta

from foundation import words
from foundation.errors import RuleBrokenError
from foundation.fields import OsloDateField, kind_of, tidy
from foundation.formwords import FormWords

FieldT = TypeVar("FieldT", bound=Field)
MadeT = TypeVar("MadeT")


class Meta(DefaultMeta):
    """How fields are made and drawn."""

    def get_translations(self, form: object) -> FormWords:
        """Speak Norwegian: WTForms has no nynorsk."""
        del form
        return FormWords()

    def bind_field(
        self,
        form: BaseForm,
        unbound_field: "UnboundField[FieldT]",
        options: MutableMapping[str, Any],
    ) -> FieldT:
        """Tidy all typed text but passwords."""
        field = super().bind_field(form, unbound_field, options)
        if isinstance(field, StringField) and not isinstance(field, PasswordField):
            field.filters = (tidy, *field.filters)
        return field

    def render_field(self, field: Field, render_kw: Any) -> Markup:
        """Draw a field. The token has no id, for a page may hold several forms."""
        if isinstance(field, CSRFTokenField):
            value = escape(field.current_token)
            return Markup('<input type="hidden" name="csrf_token" value="{}">').format(value)
        return super().render_field(field, render_kw)


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form that changes something: POST, with a token."""

    Meta = Meta


class PartForm(PlainForm):
    """A part of a form that is repeated or nested with FormField, such as a budget line."""

    Meta = Meta


class FilterForm(Form):
    """A form that only chooses what a list shows: GET, without a token, read from the address."""

    class Meta(Meta):
        """No token in addresses that people share."""

        csrf = False

    def __init__(self, **values: Any) -> None:
        """Read what the address asks for."""
        super().__init__(formdata=request.args, **values)

    @property
    def shown(self) -> tuple[Hashable, ...]:
        """Give all that is drawn of it as one value, for `kept`."""
        return tuple(shown(field) for field in self)


class Problem(NamedTuple):
    """What is wrong, and the id and name of the control to put right (None: the whole form)."""

    target: str | None
    label: str
    text: str


def problems(form: Form) -> list[Problem]:
    """List what is wrong in the order of the page."""
    whole = [Problem(None, "", str(text)) for text in form.form_errors]
    return whole + [problem for field in form for problem in _problems_of(field)]


def _problems_of(field: Field) -> Iterator[Problem]:
    if isinstance(field, FormField | FieldList):
        for inner in field:
            yield from _problems_of(inner)
        own: Iterable[object] = [e for e in field.errors if isinstance(e, str)]
        own = () if isinstance(field, FormField) else own
    else:
        own = field.errors
    target = f"{field.id}-0" if kind_of(field) == "choices" else field.id
    for text in own:
        yield Problem(target, str(field.label.text), str(text))


def shown(field: Field) -> tuple[Hashable, ...]:
    """Give all that is drawn of a field as one value: what it holds, offers and refuses."""
    offered = [tuple(map(str, choice)) for choice in getattr(field, "choices", None) or ()]
    return field.name, str(field.data), tuple(offered), tuple(map(str, field.errors))


def refuse(form: Form, error: RuleBrokenError, on: Field | None = None) -> None:
    """Say on the form, or on one of its fields, why a rule refused; what was typed stays."""
    text = words.say(error.reason, **error.values)
    if on is None:
        form.form_errors.append(text)
    else:
        on.errors = [*on.errors, text]


def done(form: Form, act: Callable[[], object]) -> bool:
    """Do an act that a form asks for; tell whether it was done. A rule that refuses is told on the form."""
    return made(form, lambda: (act(),)) is not None


def made(form: Form, act: Callable[[], MadeT]) -> MadeT | None:
    """Do an act as `done` does, and give what it made; None where a rule refused."""
    try:
        return act()
    except RuleBrokenError as error:
        refuse(form, error)
        return None


def choices_of(members: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """Give enum members as choices in the reader's language, to be set on a field of a form.

    In a class body, where WTForms has given up pairs, choices are a dict of values and texts.
    """
    return [(member.value, words.say(member)) for member in members]


def attributes(
    field: Field, *, hint: object = None, counted: bool = False, **extra: object
) -> dict[str, object]:
    """Give a control its class and what describes it to a screen reader."""
    notes = [
        f"{field.id}-{name}"
        for name, there in (("hint", hint), ("counter", counted), ("error", field.errors))
        if there
    ]
    given: dict[str, object] = {"class_": "ds-input", **extra}
    if notes:
        given["aria-describedby"] = " ".join(notes)
    if field.errors:
        given["aria-invalid"] = "true"
    if isinstance(field, OsloDateField) and field.shows_no_date:
        given["type"] = "text"
    return given

"""Scenes: what a builder plays is played once, then laid out again.

A round that is signed takes some three hundred acts; forty tests begin with one. The first test that
asks plays them. The database, the files and the rows that the builder gave are kept, and the other tests
start from the copy, also those in the run's other processes. A test cannot tell the difference: also the
first gets its rows from it.

A scene may follow another: `a_call(an_administrator())` begins where the administrator's ended. The test
keeps the rows that it had.
"""

import io
import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar

from flask import current_app
from sqlalchemy import inspect
from sqlalchemy.orm.attributes import set_committed_value

from foundation import clock
from foundation.database import Model, db
from tests.installation import EXTENSION, Installation, unsaved

P = ParamSpec("P")
R = TypeVar("R")
Identity = tuple[str, tuple[object, ...]]
Rows = Mapping[Identity, Model]


def scene(build: Callable[P, R]) -> Callable[P, R]:
    """Let a builder be played once for each choice of its arguments, where it begins with nothing or a scene.

    Called after anything else was written, or with arguments that neither are plain values nor rows of
    the session, or in an app with other settings, the builder is simply played. So it is, each time, when
    it changes a row that the test has.
    A choice is the same however it is written: by place, by name, or left to the default.
    """
    parameters = signature(build)

    @wraps(build)
    def built(*args: P.args, **kwargs: P.kwargs) -> R:
        installation = the_installation()
        chosen = parameters.bind(*args, **kwargs)
        chosen.apply_defaults()
        rows = {_identity(row): row for row in db.session if isinstance(row, Model)}
        begins = installation.untouched or installation.scene is not None
        if begins and installation.is_as_installed and not unsaved():
            key = (
                installation.scene and installation.name_of(installation.scene),
                tuple(sorted(map(repr, rows))),
                build.__module__,
                build.__qualname__,
                tuple((name, _told(one, rows)) for name, one in chosen.arguments.items()),
                clock.now(),
            )
            if is_plain(key):
                return _kept(key, lambda: build(*args, **kwargs), rows)
        return build(*args, **kwargs)

    return built


def the_installation() -> Installation:
    """Give what the test found installed."""
    installation: Installation = current_app.extensions[EXTENSION]
    return installation


def _identity(row: Model) -> Identity:
    return type(row).__name__, tuple(inspect(row).identity or ())


def _told(value: object, rows: Rows) -> object:
    """Tell of an argument what makes it another: of a row that the test has, only which it is."""
    if isinstance(value, Model):
        identity = _identity(value)
        return identity if rows.get(identity) is value else value
    if isinstance(value, list | tuple):
        return type(value).__name__, tuple(_told(one, rows) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and list(rows_in(value)):
        told = tuple(_told(getattr(value, one.name), rows) for one in fields(value))
        return type(value).__qualname__, told
    return value


def _kept(key: Hashable, build: Callable[[], R], rows: Rows) -> R:
    """Lay out what is kept under a key, kept first where nobody has; give what was made then.

    `rows`: what the test has; they stay its own. A scene that is part of another is kept only when it is
    asked for again: mostly it is the whole that is.
    """
    installation = the_installation()
    with installation.alone(key):
        if installation.knows(key):
            db.session.remove()
            content = installation.lay_out(key)
        else:
            before = [_Looks(row) for row in rows.values()]
            with installation.playing():
                made = build()
            assert unsaved() == []
            if any(one.changed() for one in before):
                return made
            db.session.commit()  # ends the reading that may be going on
            content = _written((made, [one.met() for one in before]), rows)
            db.session.remove()
            installation.finish(key, content)
    laid_out: R
    laid_out, met = _Reader(io.BytesIO(content), rows).load()
    for row, others in met:
        for name, those in others.items():
            set_committed_value(row, name, those)
    db.session.add_all([*rows.values(), *rows_in(laid_out)])
    return laid_out


class _Looks:
    """How a row that the test has looks before a builder is played."""

    def __init__(self, row: Model) -> None:
        self._row = row
        self._looked = self._columns()
        self._knew = {name: self._others(name) for name in self._loaded()}

    def changed(self) -> bool:
        """Tell whether the row looks otherwise now, or has others beside it than those it had."""
        looks, known = self._columns(), self._loaded()
        return any(looks.get(name) != value for name, value in self._looked.items()) or any(
            name not in known or self._others(name) != others for name, others in self._knew.items()
        )

    def met(self) -> tuple[Model, dict[str, object]]:
        """Give the row, and the others that were loaded beside it meanwhile."""
        return self._row, {
            name: self._row.__dict__[name] for name in sorted(self._loaded() - self._knew.keys())
        }

    def _columns(self) -> dict[str, object]:
        names = inspect(self._row).mapper.column_attrs.keys()
        return {name: self._row.__dict__[name] for name in names if name in self._row.__dict__}

    def _loaded(self) -> set[str]:
        state = inspect(self._row)
        return set(state.mapper.relationships.keys()) - state.unloaded

    def _others(self, name: str) -> list[int]:
        return [id(one) for one in rows_in(self._row.__dict__[name])]


def _written(made: object, rows: Rows) -> bytes:
    content = io.BytesIO()
    _Writer(content, rows).dump(made)
    return content.getvalue()


class _Writer(pickle.Pickler):
    """Writes what was made, and of the rows that the test had only which they are."""

    def __init__(self, content: io.BytesIO, rows: Rows) -> None:
        super().__init__(content)
        self._rows = rows

    def persistent_id(self, one: object) -> Identity | None:
        if not isinstance(one, Model):
            return None
        identity = _identity(one)
        return identity if identity in self._rows else None


class _Reader(pickle.Unpickler):
    """Reads it with the test's own rows in those places."""

    def __init__(self, content: io.BytesIO, rows: Rows) -> None:
        super().__init__(content)
        self._rows = rows

    def persistent_load(self, identity: Identity) -> Model:
        return self._rows[identity]


def is_plain(key: Hashable) -> bool:
    """Tell whether a key means the same in another test: that it has no rows, which are each their own."""
    try:
        hash(key)
    except TypeError:
        return False
    return not list(rows_in(key))


def rows_in(value: object) -> Iterator[Model]:
    """Find the rows in what a builder gave: alone, in a list, or in a dataclass."""
    if isinstance(value, Model):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from rows_in(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from rows_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from rows_in(getattr(value, one.name))

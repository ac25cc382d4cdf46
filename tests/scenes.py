"""Scenes: what a builder plays on an untouched installation is played once, then laid out again.

A round that is signed takes some three hundred acts; forty tests begin with one. The first test that
asks plays them. The database, the files and the rows that the builder gave are kept, and the other tests
start from the copy, also those in the run's other processes. A test cannot tell the difference: also the
first gets its rows from it.

A scene may follow another: `a_call(an_administrator())` begins where the administrator's ended.
"""

import io
import pickle
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar

from flask import current_app
from sqlalchemy import inspect

from foundation import clock
from foundation.database import Model, db
from tests.installation import EXTENSION, Installation, unsaved

P = ParamSpec("P")
R = TypeVar("R")


def scene(build: Callable[P, R]) -> Callable[P, R]:
    """Let a builder be played once for each choice of its arguments, where nothing was done before.

    Called after anything else was written, or with arguments that are no plain values, the builder
    is simply played. A choice is the same however it is written: by place, by name, or left to the default.
    """
    parameters = signature(build)

    @wraps(build)
    def built(*args: P.args, **kwargs: P.kwargs) -> R:
        chosen = parameters.bind(*args, **kwargs)
        chosen.apply_defaults()
        key = _key(build, chosen.arguments)
        if not the_installation().untouched or not is_plain(key):
            return build(*args, **kwargs)
        return _kept(key, lambda: build(*args, **kwargs))

    return built


def next_scene(build: Callable[P, R]) -> Callable[P, R]:
    """Let a builder that takes a row which a scene gave be played once right after that scene.

    It is simply played when anything was written, or other rows were read, in between. The builder must
    leave the row as it was: the test goes on with its own.
    """
    parameters = signature(build)

    @wraps(build)
    def built(*args: P.args, **kwargs: P.kwargs) -> R:
        before = the_installation().scene
        chosen = parameters.bind(*args, **kwargs)
        chosen.apply_defaults()
        given = [one for one in chosen.arguments.values() if isinstance(one, Model)]
        if before is None or set(given) != set(db.session) or any(map(_knows_others, given)):
            return build(*args, **kwargs)
        named = {
            name: (type(one).__name__, inspect(one).identity) if isinstance(one, Model) else one
            for name, one in chosen.arguments.items()
        }
        key = (before, _key(build, named))
        if not is_plain(key):
            return build(*args, **kwargs)
        return _kept(key, lambda: build(*args, **kwargs), given)

    return built


def the_installation() -> Installation:
    """Give what the test found installed."""
    installation: Installation = current_app.extensions[EXTENSION]
    return installation


def _key(build: Callable[..., object], chosen: dict[str, object]) -> Hashable:
    return (build.__module__, build.__qualname__, tuple(chosen.items()), clock.now())


def _kept(key: Hashable, build: Callable[[], R], given: Sequence[Model] = ()) -> R:
    """Lay out what is kept under a key, kept first where nobody has; give what was made then."""
    installation = the_installation()
    with installation.alone(key):
        if not installation.knows(key):
            made = build()
            assert unsaved() == []
            db.session.commit()  # ends the reading that may be going on
            installation.keep(key, _written(made, given))
    db.session.remove()
    laid_out: R = _Reader(io.BytesIO(installation.lay_out(key)), given).load()
    db.session.add_all([*given, *rows_in(laid_out)])
    return laid_out


def _knows_others(row: Model) -> bool:
    """Tell whether a row holds others, which would be somebody else's after the laying out."""
    return not set(inspect(row).mapper.relationships.keys()) <= inspect(row).unloaded


def _written(made: object, given: Sequence[Model]) -> bytes:
    content = io.BytesIO()
    _Writer(content, given).dump(made)
    return content.getvalue()


class _Writer(pickle.Pickler):
    """Writes what was made, and of the rows that were given only which they are."""

    def __init__(self, content: io.BytesIO, given: Sequence[Model]) -> None:
        super().__init__(content)
        self._given = given

    def persistent_id(self, one: object) -> int | None:
        return next((place for place, row in enumerate(self._given) if row is one), None)


class _Reader(pickle.Unpickler):
    """Reads it with the test's own rows in those places."""

    def __init__(self, content: io.BytesIO, given: Sequence[Model]) -> None:
        super().__init__(content)
        self._given = given

    def persistent_load(self, place: int) -> Model:
        return self._given[place]


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

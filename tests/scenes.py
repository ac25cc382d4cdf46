"""Scenes: what a builder plays on an untouched installation is played once, then laid out again.

A round that is signed takes some three hundred acts; forty tests begin with one. The first test that
asks plays them. The database, the files and the rows that the builder gave are kept, and the other tests
start from the copy, also those in the run's other processes. A test cannot tell the difference: also the
first gets its rows from it.
"""

import pickle
from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar

from flask import current_app

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
        installation: Installation = current_app.extensions[EXTENSION]
        chosen = parameters.bind(*args, **kwargs)
        chosen.apply_defaults()
        key = (
            build.__module__,
            build.__qualname__,
            tuple(chosen.arguments.items()),
            clock.now(),
        )
        if not installation.untouched or not is_plain(key):
            return build(*args, **kwargs)
        with installation.alone(key):
            if not installation.knows(key):
                made = build(*args, **kwargs)
                assert unsaved() == []
                db.session.commit()  # ends the reading that may be going on
                installation.keep(key, pickle.dumps(made))
        db.session.remove()
        laid_out: R = pickle.loads(installation.lay_out(key))
        db.session.add_all(rows_in(laid_out))
        return laid_out

    return built


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

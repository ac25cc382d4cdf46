"""The mark that says who may open a page. Rooms above put permissions there; the ground's pages are open."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

PUBLIC = "public"

P = ParamSpec("P")
R = TypeVar("R")


def open_to_all(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a page that needs no sign-in. Stands directly under `@route`."""
    view.__dict__["guard"] = PUBLIC
    return view

"""What takes long to load and few ask for: it is loaded when somebody does.

Numerical libraries take the better part of a second. Every start, every test and every worker would wait for
them; the pages that need them wait once.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast


@cache
def late(module: str, name: str) -> Callable[..., Any]:
    """Give a function by its name in a module that is loaded now, if it was not."""
    return cast("Callable[..., Any]", getattr(import_module(module), name))

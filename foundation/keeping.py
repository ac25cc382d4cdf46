"""Drawing the same thing once: parts of pages that are kept by the values they show.

    {% kept row, officers %}<td>{{ row.title }}</td>…{% endkept %}

What stands inside must depend on nothing but the values named, the page's language and what never changes
while the app runs (texts, addresses, settings). Then the markup is a pure function of them, and what was
drawn once for these values is right for every page and person that shows them again: nothing needs to be
thrown away when data change, for then the values are others. A list, a form or a row of the database cannot
be such a value, for it may change and stay the same object: TypeError.

Never inside: the form token, who is asking, the time, flashed messages.
"""

from collections.abc import Callable, Hashable
from itertools import count

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.utils import LRUCache
from markupsafe import Markup
from sqlalchemy.orm import DeclarativeBase

from foundation import locale
from foundation.addresses import ids_apart

ROOM = 20_000
"""How many parts are kept at most; those longest unused go first. A row of a list is about a kilobyte."""


class Keeping(Extension):
    """The tag `kept`."""

    tags = {"kept"}

    def __init__(self, environment: Environment) -> None:
        """Begin with nothing kept."""
        super().__init__(environment)
        self._drawn = LRUCache(ROOM)
        self._numbers = count(1)

    def parse(self, parser: Parser) -> nodes.Node:
        """Read `{% kept value, value … %}…{% endkept %}`; without values the part never changes."""
        line = next(parser.stream).lineno
        place: list[nodes.Expr] = [nodes.Const(next(self._numbers)), _values(parser)]
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        drawing = self.call_method("_draw", place, lineno=line)
        return nodes.CallBlock(drawing, [], [], body).set_lineno(line)

    def _draw(self, place: int, values: Hashable, caller: Callable[[], Markup]) -> Markup:
        key = place, locale.language(), values
        drawn: Markup | None = self._drawn.get(key)
        if drawn is None:
            _refuse_rows(values)
            with ids_apart(next(self._numbers)):
                drawn = self._drawn[key] = caller()
        return drawn


def _values(parser: Parser) -> nodes.Expr:
    if parser.stream.current.type == "block_end":
        return nodes.Const(())
    return parser.parse_tuple(with_condexpr=True)


def _refuse_rows(values: object) -> None:
    if isinstance(values, DeclarativeBase):
        raise TypeError(f"a {type(values).__name__} may change: name the values that are shown")
    if isinstance(values, tuple):
        for value in values:
            _refuse_rows(value)

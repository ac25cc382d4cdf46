"""Every route is walked by everybody, in every relation to a case, at every step of it.

The routes come from the app's own map: one that is not listed fails, and so does a line for one that
is gone. Nothing that is hidden may be told by any answer, be it a page, a file or a refusal; and what is
refused changes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex

import pytest
from flask import Flask, render_template

from accounts.permissions import Permission, allows
from foundation import clock, errorpages
from foundation.database import db
from tests.builders.decisions import NOW
from tests.installation import EXTENSION, Installation
from tests.visibility.addresses import (
    ANYWHERE,
    LAST,
    METHODS,
    NOT_WALKED,
    SENT_WITH,
    WITH_KEY,
    Address,
    addresses,
    without_place,
)
from tests.visibility.hidden import Secret
from tests.visibility.lines import LOOKED_AT, SENT
from tests.visibility.listing import Line
from tests.visibility.looking import LET_IN, REFUSED, Answer, Eyes, Outcome
from tests.visibility.making import a_world
from tests.visibility.seen import words_in
from tests.visibility.sharing import share_of
from tests.visibility.viewers import STRANGERS, Viewer
from tests.visibility.world import World

ON_ONE_ENGINE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ENDED = (Viewer.SIGNED_OUT, Viewer.GONE)


@pytest.fixture(autouse=True)
def now() -> Iterator[datetime]:
    """Hold the clock where some calls of the world have closed."""
    with clock.frozen(NOW):
        yield clock.now()


@dataclass
class Walk:
    """One viewer's walk through the whole world, and what was wrong on the way."""

    app: Flask
    world: World
    viewer: Viewer
    wrong: list[str] = field(default_factory=list)
    found: set[Secret] = field(default_factory=set)
    shut: dict[str, Outcome] = field(default_factory=dict)
    """What the guard itself answers this viewer, at every page that it lets nobody like this in to."""

    def go(self) -> None:
        """Look at every page, then send every form; put the world back whenever one was taken."""
        self._ask_the_guards()
        eyes = Eyes(self.app, self.world.viewer(self.viewer))
        if self.viewer in ENDED:
            eyes.sign_out()
        installation: Installation = self.app.extensions[EXTENSION]
        begun = ("walk", token_hex())
        installation.keep(begun, b"")
        for address in sorted(self._route(), key=_order):
            answer = eyes.ask(address.method, address.path, SENT_WITH.get(address.endpoint, {}))
            self._judge(address, answer)
            self._read(address, answer)
            if answer.written and address.method == "POST":
                db.session.rollback()
                installation.lay_out(begun)

    def _ask_the_guards(self) -> None:
        person = None if self.viewer in STRANGERS else self.world.viewer(self.viewer)
        for endpoint, view in self.app.view_functions.items():
            guard = None if endpoint in WITH_KEY else view.__dict__.get("guard")
            if isinstance(guard, Permission) and (person is None or not allows(person, guard)):
                self.shut[endpoint] = Outcome.SIGN_IN if person is None else Outcome.FORBIDDEN

    def _route(self) -> Iterator[Address]:
        """Give the addresses that this viewer asks for.

        A page that the guard shuts is asked for once, by the first of those with the same roles: the guard
        is asked before the page, knows of no cases, and of nobody more than the roles.
        """
        found = list(addresses(self.app, self.world.places))
        yield from share_of(self.viewer, [one for one in found if one.endpoint not in self.shut])
        if self._is_first_with_its_roles():
            first = {one.endpoint: one for one in reversed(found) if one.endpoint in self.shut}
            yield from first.values()

    def _is_first_with_its_roles(self) -> bool:
        if self.viewer in STRANGERS:
            return True
        roles = self.world.who(self.viewer).roles
        alike = (
            one for one in Viewer if one not in STRANGERS and self.world.who(one).roles == roles
        )
        return next(alike) is self.viewer

    def _judge(self, address: Address, answer: Answer) -> None:
        wanted, came = self._wanted(address), answer.outcome
        as_wanted = address.method == "GET" and wanted is not Outcome.LET
        if came is not wanted and (as_wanted or not {wanted, came} <= LET_IN):
            self._complain(address, f"{came}, not: {wanted}")
        if came in REFUSED and answer.written:
            self._complain(address, f"{came}, but wrote {', '.join(answer.written)}")

    def _wanted(self, address: Address) -> Outcome:
        line: Line = LOOKED_AT.get(address.endpoint, ())
        if address.method == "POST":
            line = SENT.get(address.endpoint, line)
        fitting = (rule.outcome for rule in line if rule.fits(self.viewer, address.place))
        return self.shut.get(address.endpoint) or next(fitting, Outcome.ABSENT)

    def _read(self, address: Address, answer: Answer) -> None:
        for secret in self.world.secrets.told_by(words_in(answer.response)):
            self.found.add(secret)
            if self.viewer not in secret.seen_by:
                self._complain(address, f"saw the secret {secret.what!r} of {secret.place}")

    def _complain(self, address: Address, what: str) -> None:
        where = "" if address.place == ANYWHERE else f" at {address.place}"
        self.wrong.append(
            f"{address.method} {address.path} ({address.endpoint}) as {self.viewer}{where}: {what}"
        )


def _order(address: Address) -> tuple[bool, str]:
    """Look first, send then, and sign out at the end."""
    return address.endpoint == LAST, address.method


def drawn_once() -> Callable[..., str]:
    """Draw each page of an error once in a walk: it says the same to the same visitor, wherever it is met."""
    drawn: dict[str, str] = {}

    def draw(template: str, **values: object) -> str:
        if values:
            return render_template(template, **values)
        if template not in drawn:
            drawn[template] = render_template(template)
        return drawn[template]

    return draw


@ON_ONE_ENGINE
@pytest.mark.parametrize("viewer", list(Viewer), ids=lambda one: one.name.lower())
def test_everybody_sees_what_is_listed_and_nothing_else(
    app: Flask, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        app.config, "PROPAGATE_EXCEPTIONS", False
    )  # a page that fails is one of many
    monkeypatch.setattr(errorpages, "render_template", drawn_once())
    walk = Walk(app, a_world(), viewer)
    walk.go()
    assert walk.wrong == [], "\n".join(walk.wrong)
    unseen = {
        one for one in walk.world.secrets.planted if one.must_be_seen_by is viewer
    } - walk.found
    assert unseen == set(), f"{viewer} never found {sorted(one.looks for one in unseen)}"


@ON_ONE_ENGINE
def test_every_route_is_listed_and_every_line_has_its_route(app: Flask) -> None:
    methods = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in METHODS
        if rule.endpoint not in NOT_WALKED and method in (rule.methods or ())
    }
    looked_at = {endpoint for endpoint, method in methods if method == "GET"}
    sent = {endpoint for endpoint, method in methods if method == "POST"}
    assert sorted((looked_at | sent) - {*LOOKED_AT, *SENT}) == [], "list these in tests/visibility"
    assert list(without_place(app, a_world().places)) == [], "give these a place in the world"
    assert sorted({*LOOKED_AT} - looked_at) == []
    assert sorted({*SENT} - sent) == []
    assert sorted(sent - looked_at - {*SENT}) == []

"""Who is asking: Flask-Login over our own sessions, which are looked up by one indexed read."""

from enum import StrEnum
from typing import cast

from flask import Flask, g, session
from flask_login import LoginManager, current_user

from accounts import permissions, queries, services, sessions
from accounts.ended import init_ended
from accounts.models import Membership, Organisation, Person, Role, SignIn
from foundation import clock, visitor, words
from foundation.errors import ForbiddenError, NotFoundError

COOKIE_KEY = "sign_in"
login_manager = LoginManager()


def init_identity(app: Flask) -> None:
    """Let Flask-Login find the person behind each request."""
    login_manager.init_app(app)
    login_manager.login_view = "accounts.sign_in"
    login_manager.login_message = None
    login_manager.request_loader(_person_of_request)
    init_ended(app)
    visitor.set_visitor_of(_visitor)
    visitor.set_permission_check(_may)
    visitor.set_locale_of(_chosen_locale)
    visitor.set_locale_keeper(_keep_locale)


def _person_of_request(_request: object) -> Person | None:
    token = session.get(COOKIE_KEY)
    found = queries.person_by_session(sessions.hash_of(token)) if token else None
    now = clock.now()
    if found is None or sessions.has_ended(found, now) or not found.person.is_active:
        return None
    if now - found.seen_at > sessions.SEEN_EVERY:
        services.see(found, at=now)
    g.sign_in = found
    return found.person


def _signed_in() -> Person | None:
    return me() if current_user.is_authenticated else None


def _visitor() -> visitor.Visitor | None:
    person = _signed_in()
    if person is None:
        return None
    roles = tuple(
        f"{words.say(one.role)}, {one.organisation.name}"
        for one in person.memberships
        if one.ended_at is None
    )
    return visitor.Visitor(name=person.name, roles=roles)


def _may(permission: StrEnum) -> bool:
    person = _signed_in()
    return person is not None and permissions.allows(person, permissions.Permission(permission))


def _chosen_locale() -> str | None:
    person = _signed_in()
    return person.locale if person else None


def _keep_locale(language: str) -> None:
    person = _signed_in()
    if person is not None:
        services.choose_language(person, language, at=clock.now())


def me() -> Person:
    """Give the signed-in person as a plain row, with memberships and organisations loaded."""
    row = sign_in_row() if current_user.is_authenticated else None
    if row is None:
        raise ForbiddenError
    return row.person


def sign_in_row() -> SignIn | None:
    """Give the session of this request, if somebody is signed in."""
    return cast("SignIn | None", g.get("sign_in"))


def is_allowed(permission: permissions.Permission | None) -> bool:
    """Tell whether whoever asks may use what needs a permission; None is open to all."""
    if permission is None:
        return True
    return bool(current_user.is_authenticated) and permissions.allows(me(), permission)


def own_organisation(organisation_id: int) -> Organisation:
    """Find an organisation that the signed-in person acts for as an applicant. Raises NotFoundError."""
    for one in applicant_organisations():
        if one.id == organisation_id:
            return one
    raise NotFoundError


def applicant_organisations() -> list[Organisation]:
    """Give the organisations that the signed-in person acts for as an applicant."""
    memberships: list[Membership] = [
        one
        for one in me().memberships
        if one.ended_at is None and one.role in (Role.EDITOR, Role.SIGNATORY)
    ]
    return list({one.organisation_id: one.organisation for one in memberships}.values())

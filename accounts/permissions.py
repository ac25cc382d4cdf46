"""What each role may do: one enum, one table, one mark on every page."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask_login import current_user

from accounts.ended import to_sign_in
from accounts.models import Person, Role
from foundation.errors import ForbiddenError
from foundation.guards import PUBLIC, open_to_all

P = ParamSpec("P")
R = TypeVar("R")


class Permission(StrEnum):
    """What a page or an act needs. Alphabetical; object:verb."""

    ADDRESS_MANAGE = "address:manage"
    APPLICATION_ASSESS = "application:assess"
    APPLICATION_CONTROL = "application:control"
    APPLICATION_EDIT = "application:edit"
    APPLICATION_READ = "application:read"
    APPLICATION_SIGN = "application:sign"
    AUDIT_READ = "audit:read"
    AUTHORITY_GIVE = "authority:give"
    AUTHORITY_READ = "authority:read"
    CALL_MANAGE = "call:manage"
    CASE_ASSIGN = "case:assign"
    CASE_MODERATE = "case:moderate"
    CASE_READ = "case:read"
    CONTROL_KEEP = "control:keep"
    CONTROL_READ = "control:read"
    DECISION_DRAFT = "decision:draft"
    DECISION_READ = "decision:read"
    DECISION_SIGN = "decision:sign"
    DISCLOSURE_ANSWER = "disclosure:answer"
    FIGURES_EXPORT = "figures:export"
    FIGURES_READ = "figures:read"
    IMPARTIALITY_READ = "impartiality:read"
    IMPARTIALITY_RULE = "impartiality:rule"
    LEDGER_READ = "ledger:read"
    LEDGER_POST = "ledger:post"
    PAYMENT_ATTEST = "payment:attest"
    PAYMENT_AUTHORISE = "payment:authorise"
    PERSON_MANAGE = "person:manage"
    PLAN_READ = "plan:read"
    PROFILE_READ = "profile:read"
    PROPOSAL_MAKE = "proposal:make"
    PROPOSAL_READ = "proposal:read"
    REGISTER_KEEP = "register:keep"
    REPORT_REVIEW = "report:review"
    REPORT_WRITE = "report:write"
    SCHEME_MANAGE = "scheme:manage"
    SCHEME_READ = "scheme:read"
    STATISTICS_READ = "statistics:read"


_OWN = {Permission.PROFILE_READ}
"""What everybody who signs in may do, also one who has no role yet or no longer."""
_ANY_ROLE = _OWN | {Permission.PLAN_READ}
"""What every role may: also to see what kommuner plan, for others to find."""
_EDIT = {
    Permission.APPLICATION_EDIT,
    Permission.APPLICATION_READ,
    Permission.REPORT_WRITE,
}
_READ_CASES = {
    Permission.CASE_READ,
    Permission.SCHEME_READ,
    Permission.PROPOSAL_READ,
    Permission.DECISION_READ,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.EDITOR: frozenset(_ANY_ROLE | _EDIT),
    Role.SIGNATORY: frozenset(_ANY_ROLE | _EDIT | {Permission.APPLICATION_SIGN}),
    Role.CASE_OFFICER: frozenset(
        _ANY_ROLE
        | _READ_CASES
        | {
            Permission.ADDRESS_MANAGE,
            Permission.APPLICATION_ASSESS,
            Permission.APPLICATION_CONTROL,
            Permission.CASE_ASSIGN,
            Permission.CASE_MODERATE,
            Permission.PROPOSAL_MAKE,
            Permission.DECISION_DRAFT,
            Permission.DISCLOSURE_ANSWER,
            Permission.REGISTER_KEEP,
            Permission.REPORT_REVIEW,
            Permission.FIGURES_READ,
        }
    ),
    Role.DECISION_MAKER: frozenset(
        _ANY_ROLE
        | _READ_CASES
        | {
            Permission.AUTHORITY_GIVE,
            Permission.AUTHORITY_READ,
            Permission.CASE_MODERATE,
            Permission.CONTROL_READ,
            Permission.DECISION_SIGN,
            Permission.FIGURES_READ,
            Permission.IMPARTIALITY_READ,
            Permission.IMPARTIALITY_RULE,
        }
    ),
    Role.CONTROLLER: frozenset(
        _ANY_ROLE
        | _READ_CASES
        | {
            Permission.AUTHORITY_READ,
            Permission.LEDGER_READ,
            Permission.LEDGER_POST,
            Permission.PAYMENT_ATTEST,
            Permission.PAYMENT_AUTHORISE,
            Permission.CONTROL_KEEP,
            Permission.CONTROL_READ,
            Permission.FIGURES_READ,
            Permission.FIGURES_EXPORT,
            Permission.REGISTER_KEEP,
        }
    ),
    Role.RESEARCHER: frozenset(_ANY_ROLE | {Permission.STATISTICS_READ}),
    Role.ADMINISTRATOR: frozenset(
        _ANY_ROLE
        | {
            Permission.ADDRESS_MANAGE,
            Permission.AUTHORITY_GIVE,
            Permission.AUTHORITY_READ,
            Permission.SCHEME_READ,
            Permission.SCHEME_MANAGE,
            Permission.CALL_MANAGE,
            Permission.PERSON_MANAGE,
            Permission.REGISTER_KEEP,
        }
    ),
    Role.AUDITOR: frozenset(
        _ANY_ROLE
        | _READ_CASES
        | {
            Permission.LEDGER_READ,
            Permission.CONTROL_READ,
            Permission.FIGURES_READ,
            Permission.FIGURES_EXPORT,
            Permission.AUDIT_READ,
            Permission.AUTHORITY_READ,
            Permission.IMPARTIALITY_READ,
        }
    ),
}


TAKES_PART = frozenset(
    {
        Permission.APPLICATION_ASSESS,
        Permission.APPLICATION_CONTROL,
        Permission.CASE_ASSIGN,
        Permission.CASE_MODERATE,
        Permission.CONTROL_KEEP,
        Permission.DECISION_DRAFT,
        Permission.DECISION_SIGN,
        Permission.IMPARTIALITY_RULE,
        Permission.PAYMENT_ATTEST,
        Permission.PAYMENT_AUTHORISE,
        Permission.PROPOSAL_MAKE,
        Permission.REPORT_REVIEW,
    }
)
"""Whoever may do one of these takes part in the handling of cases, and must declare. An auditor, who
only looks on, need not."""


def allows(person: Person, permission: Permission) -> bool:
    """Tell whether one of the person's roles carries the permission; one's own is everybody's."""
    return permission in _OWN or any(permission in ROLE_PERMISSIONS[role] for role in person.roles)


def requires(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard a page: strangers are sent to sign in, others without the permission are refused.

    Stands directly under `@route`. The mark is data that a test over all pages reads.
    """

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                return cast("R", to_sign_in())
            if not allows(current_user, permission):
                raise ForbiddenError(permission.value)
            return view(*args, **kwargs)

        guarded.__dict__["guard"] = permission
        return guarded

    return guard


public = open_to_all

__all__ = ["PUBLIC", "ROLE_PERMISSIONS", "TAKES_PART", "Permission", "allows", "public", "requires"]

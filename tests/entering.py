"""A browser that is signed in without the sign-in page, for tests that are about something else."""

from flask import current_app
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import BrowserContext

from accounts import identity, services
from foundation import clock
from tests.builders.accounts import PASSWORD


def enter_with_cookie(context: BrowserContext, email: str, base_url: str) -> None:
    """Sign somebody in by the act, and give their browser the cookie that the page would have given."""
    signer = SecureCookieSessionInterface().get_signing_serializer(current_app)
    assert signer is not None
    token = services.sign_in(email=email, password=PASSWORD, at=clock.now())
    context.add_cookies(
        [
            {
                "name": current_app.config["SESSION_COOKIE_NAME"],
                "value": str(signer.dumps({identity.COOKIE_KEY: token})),
                "url": base_url,
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )

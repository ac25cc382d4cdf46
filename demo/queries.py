"""Reading what the demonstration shows of itself."""

from sqlalchemy import func, select

from accounts.models import Person
from foundation.database import db
from foundation.outbox import Mail

NEWEST = 100


def newest_mails() -> list[Mail]:
    """List the newest notices, the newest first."""
    return list(
        db.session.scalars(select(Mail).order_by(Mail.put_at.desc(), Mail.id.desc()).limit(NEWEST))
    )


def is_empty() -> bool:
    """Tell whether nobody is registered yet."""
    return db.session.scalar(select(func.count(Person.id))) == 0

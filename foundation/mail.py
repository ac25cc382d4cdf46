"""Sends the notices that acts have put, one at a time, over the mail server of the settings.

Where there is none, nobody is written to: the notice stays in the database, and a demonstration shows it in
its mailbox. A notice is sent once; when a worker is killed between sending and noting it, the same Message-ID
lets the recipient's server see that it is the same one.

What may pass is tried again, with longer and longer pauses. What the server refuses for good (a code of 5xx
for the recipient or the letter; RFC 5321 4.2.1) is not: the room that keeps addresses hears that it is dead.
"""

import smtplib
import ssl
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app

from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.outbox import Mail
from foundation.settings import Settings

SECONDS_TO_ANSWER = 30
FOR_GOOD = range(500, 600)
DEAD = "the address is marked as dead"


def _never_dead(address: str) -> bool:
    del address
    return False


def _nobody_told(address: str, reason: str, at: datetime) -> None:
    del address, reason, at


class _Addresses:
    """Who keeps account of addresses: the ground knows none."""

    is_dead: Callable[[str], bool] = staticmethod(_never_dead)
    bounced: Callable[[str, str, datetime], None] = staticmethod(_nobody_told)


def keep_addresses(
    *, is_dead: Callable[[str], bool], bounced: Callable[[str, str, datetime], None]
) -> None:
    """Hand in who knows which addresses are dead, and who is told, in a transaction, of a new one."""
    _Addresses.is_dead = staticmethod(is_dead)
    _Addresses.bounced = staticmethod(bounced)


def init_mail() -> None:
    """Let the worker send what acts have put."""
    outbox.handles("send_mail", patient=True)(send_mail)


def send_mail(detail: JsonValue, at: datetime) -> None:
    """Send a notice. What the mail server says against it is kept with the notice, and tried again."""
    settings: Settings = current_app.extensions["tilsagn"]
    mail = db.session.get_one(Mail, int(detail["mail"]))
    if settings.mail_url is None or mail.sent_at is not None or mail.refused_at is not None:
        return
    if _Addresses.is_dead(mail.recipient):
        _note_refusal(mail, DEAD, at)
        return
    try:
        _deliver(_message(mail, settings), urlsplit(settings.mail_url))
    except Exception as error:
        reason = _refused_for_good(error)
        if reason is not None:
            _note_refusal(mail, reason, at, bounced=True)
            return
        with transaction():
            locked(mail).failure = f"{type(error).__name__}: {error}"
        raise
    with transaction():
        locked(mail).sent_at, mail.failure = at, None


def _note_refusal(mail: Mail, reason: str, at: datetime, *, bounced: bool = False) -> None:
    with transaction():
        locked(mail).refused_at, mail.failure = at, reason
        if bounced:
            _Addresses.bounced(mail.recipient, reason, at)


def _refused_for_good(error: Exception) -> str | None:
    """Give what the server said when it refused the recipient or the letter for good."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = [(code, _said(text)) for code, text in error.recipients.values()]
    elif isinstance(error, smtplib.SMTPDataError):
        answers = [(error.smtp_code, _said(error.smtp_error))]
    else:
        return None
    return "; ".join(f"{code} {text}" for code, text in answers if code in FOR_GOOD) or None


def _said(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def _message(mail: Mail, settings: Settings) -> EmailMessage:
    host = urlsplit(settings.base_url).hostname or "localhost"
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = mail.put_at
    message["Message-ID"] = f"<tilsagn-{mail.id}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{mail.body}\n\n{settings.base_url}\n")
    return message


def _deliver(message: EmailMessage, server: SplitResult) -> None:
    """Hand a message over; smtps:// is encrypted from the start, smtp:// as soon as the server can."""
    with _connected(server) as connection:
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message)


def _connected(server: SplitResult) -> smtplib.SMTP:
    host = server.hostname or ""
    secure = ssl.create_default_context()
    if server.scheme == "smtps":
        return smtplib.SMTP_SSL(
            host, server.port or smtplib.SMTP_SSL_PORT, timeout=SECONDS_TO_ANSWER, context=secure
        )
    connection = smtplib.SMTP(host, server.port or smtplib.SMTP_PORT, timeout=SECONDS_TO_ANSWER)
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=secure)
        connection.ehlo()
    return connection

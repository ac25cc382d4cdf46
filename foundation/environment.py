"""Reading settings from the environment, each with what must be true of it."""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "TILSAGN_"
SHORTEST_SECRET = 32
POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}
THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class Sharing(StrEnum):
    """What shares background jobs out among workers: the table that they lie in, or DBOS."""

    OWN = "own"
    DBOS = "dbos"


class BadSettingError(Exception):
    """A setting is missing or cannot be used. Its value is never repeated: it may be a secret."""

    def __init__(self, setting: str, why: str) -> None:
        """Say which setting, and what is wrong with it."""
        super().__init__(f"{setting} {why}")
        self.setting = setting
        self.why = why


class Environment:
    """Settings as text; each is read by a name without its prefix, or refused with a reason."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Read from a mapping such as `os.environ`."""
        self._environ = environ

    def refuse_unknown(self, names: frozenset[str]) -> None:
        """Stop at a setting that is none of these: most often it is misspelt."""
        given = {name for name in self._environ if name.startswith(PREFIX)}
        unknown = sorted(given - {f"{PREFIX}{name}" for name in names})
        if unknown:
            raise BadSettingError(unknown[0], "is not a setting of Tilsagn; is it misspelt?")

    def text(self, name: str, default: str | None = None) -> str:
        """Give the text, or the default. Blank counts as not given; with neither it is missing."""
        value = self._environ.get(f"{PREFIX}{name}", "").strip() or default
        if value is None:
            raise _bad(name, "is missing")
        return value

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """Give a whole number within its bounds."""
        value = self.text(name, str(default))
        if not re.fullmatch(r"[0-9]{1,6}", value) or not least <= int(value) <= most:
            raise _bad(name, f"must be a whole number from {least} to {most}")
        return int(value)

    def port(self, default: int) -> int:
        """Give a TCP port."""
        return self.number("PORT", default, least=1, most=65535)

    def secret_key(self) -> str:
        """Give the secret that signs sessions."""
        value = self.text("SECRET_KEY")
        if len(value) < SHORTEST_SECRET:
            raise _bad("SECRET_KEY", f"must have at least {SHORTEST_SECRET} characters")
        return value

    def data_dir(self) -> Path:
        """Give the folder of stored files, which the owner has made."""
        folder = Path(self.text("DATA_DIR"))
        if not folder.is_absolute():
            raise _bad("DATA_DIR", "must be an absolute path")
        if not folder.is_dir():
            raise _bad("DATA_DIR", "must be a folder that exists")
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise _bad("DATA_DIR", "must be a folder that this user may write in")
        return folder

    def database_url(self) -> str:
        """Give the database's URL with the driver that is installed."""
        try:
            url = make_url(self.text("DATABASE_URL"))
        except ArgumentError:
            raise _bad(
                "DATABASE_URL", "must look like postgresql://user:password@host/name"
            ) from None
        if url.drivername in POSTGRESQL:
            return _text_of(url.set(drivername="postgresql+psycopg"))
        if url.drivername != "sqlite":
            raise _bad("DATABASE_URL", "must begin with postgresql:// or sqlite:///")
        if not Path(url.database or "").is_absolute():
            raise _bad(
                "DATABASE_URL", "must name an absolute path for SQLite: sqlite:////path/to/file"
            )
        return _text_of(url)

    def base_url(self) -> str:
        """Give the address that people use, without a closing slash."""
        url = _split("BASE_URL", self.text("BASE_URL"))
        if url.scheme != "https" and (url.scheme != "http" or url.hostname not in THIS_MACHINE):
            raise _bad("BASE_URL", "must begin with https://")
        if url.path not in ("", "/") or url.query or url.fragment:
            raise _bad("BASE_URL", "must end after the host name: https://tilskudd.example.no")
        return f"{url.scheme}://{url.netloc}"

    def mail_url(self) -> str | None:
        """Give the mail server, or None where no e-mail is sent."""
        value = self.text("MAIL_URL", "")
        if value and _split("MAIL_URL", value).scheme not in {"smtp", "smtps"}:
            raise _bad("MAIL_URL", "must look like smtp://user:password@host:port (or smtps://)")
        return value or None

    def mail_from(self) -> str:
        """Give the sender of every e-mail."""
        value = self.text("MAIL_FROM")
        if not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
            raise _bad("MAIL_FROM", "must be an e-mail address")
        return value

    def jobs(self, database_url: str) -> Sharing:
        """Give what shares the background work out; DBOS keeps its own tables beside ours on PostgreSQL."""
        value = self.text("JOBS", Sharing.OWN.value)
        if value not in set(Sharing):
            raise _bad("JOBS", f"must be one of: {', '.join(Sharing)}")
        if value == Sharing.DBOS and database_url.startswith("sqlite"):
            raise _bad("JOBS", "can be dbos only on PostgreSQL")
        return Sharing(value)

    def clamd(self) -> str | None:
        """Give where the virus scanner answers: a Unix socket's path or host:port; None without one."""
        value = self.text("CLAMD", "")
        if value and not value.startswith("/") and not re.fullmatch(r"\S+:[0-9]{1,5}", value):
            raise _bad("CLAMD", "must be the path of clamd's socket, or host:port")
        return value or None


def _bad(name: str, why: str) -> BadSettingError:
    return BadSettingError(f"{PREFIX}{name}", why)


def _split(name: str, value: str) -> SplitResult:
    """Take a URL apart; one without a host, or with a port that is no number, is refused."""
    try:
        url = urlsplit(value)
        usable = bool(url.hostname) and url.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise _bad(name, "must be a URL with a host name")
    return url


def _text_of(url: URL) -> str:
    return url.render_as_string(hide_password=False)

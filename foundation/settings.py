"""What one installation is told from outside: a frozen value read once from the environment.

A setting that is missing or wrong stops the start with its own name; nothing falls back to an
unsafe value. A default is given only where it is right in production and fit to be public.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from socket import gethostname
from tempfile import NamedTemporaryFile
from typing import Self

from foundation.environment import SHORTEST_SECRET, Environment, Sharing
from foundation.files import LARGEST_UPLOAD

DEMO_DATA_DIR = Path(__file__).resolve().parent.parent / "var" / "demo"
DEMO_PORT = 5000
ROOM_FOR_FIELDS = 5 * 1024 * 1024
NAMES = frozenset(
    {
        "DEMO",
        "DATABASE_URL",
        "DATA_DIR",
        "SECRET_KEY",
        "BASE_URL",
        "MAIL_URL",
        "MAIL_FROM",
        "CLAMD",
        "JOBS",
        "WORKER",
        "WORKERS",
        "THREADS",
        "BIND",
        "PORT",
        "PRINT_MEMORY",
        "TRUSTED_PROXIES",
    }
)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How this installation runs.

    `trusted_proxies` counts the reverse proxies in front whose X-Forwarded-* headers are believed.
    `mail_url` is None where no e-mail is sent, `clamd` where no file is examined for viruses. `jobs` says
    what shares the background work out among its workers, and `worker` what this one is called.
    `print_memory` lets a process remember between documents what it has worked out (record 40).
    """

    database_url: str = field(repr=False)
    data_dir: Path
    secret_key: str = field(repr=False)
    base_url: str
    mail_url: str | None = field(default=None, repr=False)
    mail_from: str | None = None
    clamd: str | None = None
    jobs: Sharing = Sharing.OWN
    worker: str = field(default_factory=gethostname)
    workers: int = 2
    threads: int = 4
    bind: str = "127.0.0.1"
    port: int = 8000
    trusted_proxies: int = 0
    print_memory: bool = True
    demo: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read every setting, or raise BadSettingError for the first that cannot be used."""
        read = Environment(environ)
        read.refuse_unknown(NAMES)
        if read.number("DEMO", 0, least=0, most=1):
            folder = Path(read.text("DATA_DIR", str(DEMO_DATA_DIR)))
            return cls.for_demo(folder, port=read.port(DEMO_PORT))
        mail_url, database_url = read.mail_url(), read.database_url()
        return cls(
            database_url=database_url,
            data_dir=read.data_dir(),
            secret_key=read.secret_key(),
            base_url=read.base_url(),
            mail_url=mail_url,
            mail_from=read.mail_from() if mail_url else None,
            clamd=read.clamd(),
            jobs=read.jobs(database_url),
            worker=read.text("WORKER", gethostname()),
            workers=read.number("WORKERS", cls.workers, least=1, most=64),
            threads=read.number("THREADS", cls.threads, least=1, most=64),
            bind=read.text("BIND", cls.bind),
            port=read.port(cls.port),
            trusted_proxies=read.number("TRUSTED_PROXIES", cls.trusted_proxies, least=0, most=5),
            print_memory=bool(read.number("PRINT_MEMORY", 1, least=0, most=1)),
        )

    @classmethod
    def for_demo(cls, data_dir: Path, *, port: int = DEMO_PORT) -> Self:
        """Put a demonstration in one folder, reached from this machine only."""
        folder = data_dir.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        return cls(
            database_url=f"sqlite:///{folder / 'tilsagn.sqlite'}",
            data_dir=folder,
            secret_key=_kept_secret(folder / "secret-key"),
            base_url=f"http://127.0.0.1:{port}",
            workers=1,
            port=port,
            demo=True,
        )

    @property
    def served_over_https(self) -> bool:
        """Tell whether people reach this installation over HTTPS, so that cookies may demand it."""
        return self.base_url.startswith("https://")

    def for_flask(self) -> dict[str, object]:
        """Give what Flask and its extensions are configured with."""
        return {
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "PREFERRED_URL_SCHEME": "https" if self.served_over_https else "http",
            # A browser keeps a __Host- cookie from being set by any other host or path.
            "SESSION_COOKIE_NAME": "__Host-tilsagn" if self.served_over_https else "tilsagn",
            "SESSION_COOKIE_SECURE": self.served_over_https,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "MAX_CONTENT_LENGTH": LARGEST_UPLOAD + ROOM_FOR_FIELDS,
        }


def _kept_secret(path: Path) -> str:
    """Read the demonstration's secret, or make one that only its owner may read."""
    if not path.exists():
        # Moved into place when whole: a start that is stopped here leaves no empty secret behind.
        with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as draft:
            draft.write(secrets.token_hex(SHORTEST_SECRET))
        Path(draft.name).replace(path)
    return path.read_text(encoding="utf-8")

"""What an installation is told, and what it refuses to start with."""

import stat
from pathlib import Path

import pytest

from foundation.environment import BadSettingError, Sharing
from foundation.settings import Settings

SECRET = "a-secret-of-thirty-two-characters"


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    return {
        "TILSAGN_DATABASE_URL": "postgresql://tilsagn:hemmelig@db.example.no/tilsagn",
        "TILSAGN_DATA_DIR": str(tmp_path),
        "TILSAGN_SECRET_KEY": SECRET,
        "TILSAGN_BASE_URL": "https://tilskudd.example.no",
    }


def test_the_four_that_must_be_given_are_enough(good: dict[str, str], tmp_path: Path) -> None:
    assert Settings.from_environment(good) == Settings(
        database_url="postgresql+psycopg://tilsagn:hemmelig@db.example.no/tilsagn",
        data_dir=tmp_path,
        secret_key=SECRET,
        base_url="https://tilskudd.example.no",
        mail_url=None,
        mail_from=None,
        workers=2,
        threads=4,
        bind="127.0.0.1",
        port=8000,
        trusted_proxies=0,
        print_memory=True,
        demo=False,
    )


def test_every_setting_can_be_given(good: dict[str, str]) -> None:
    settings = Settings.from_environment(
        {
            **good,
            "TILSAGN_DEMO": "0",
            "TILSAGN_MAIL_URL": "smtp://tilsagn:hemmelig@mail.example.no:587",
            "TILSAGN_MAIL_FROM": "tilskudd@example.no",
            "TILSAGN_WORKERS": "3",
            "TILSAGN_THREADS": "8",
            "TILSAGN_BIND": "10.0.0.5",
            "TILSAGN_PORT": "8080",
            "TILSAGN_TRUSTED_PROXIES": "1",
            "TILSAGN_PRINT_MEMORY": "0",
        }
    )
    assert settings.mail_url == "smtp://tilsagn:hemmelig@mail.example.no:587"
    assert settings.mail_from == "tilskudd@example.no"
    assert (settings.workers, settings.threads, settings.trusted_proxies) == (3, 8, 1)
    assert (settings.bind, settings.port) == ("10.0.0.5", 8080)
    assert not settings.print_memory


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATA_DIR", "SECRET_KEY", "BASE_URL"])
def test_a_missing_or_blank_setting_is_named(good: dict[str, str], name: str) -> None:
    setting = f"TILSAGN_{name}"
    for absent in (
        {key: value for key, value in good.items() if key != setting},
        {**good, setting: "  "},
    ):
        with pytest.raises(BadSettingError, match=f"^{setting} is missing$"):
            Settings.from_environment(absent)


@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [
        ("DATABASE_URL", "not a url", "must look like postgresql://"),
        ("DATABASE_URL", "mysql://db/tilsagn", "must begin with postgresql:// or sqlite:///"),
        ("DATABASE_URL", "sqlite://", "absolute path"),
        ("DATABASE_URL", "sqlite:///tilsagn.sqlite", "absolute path"),
        ("DATA_DIR", "var/data", "absolute path"),
        ("DATA_DIR", "/no/such/folder", "folder that exists"),
        ("SECRET_KEY", "x" * 31, "at least 32 characters"),
        ("BASE_URL", "tilskudd.example.no", "URL with a host name"),
        ("BASE_URL", "http://tilskudd.example.no", "must begin with https://"),
        ("BASE_URL", "https://example.no/tilskudd", "must end after the host name"),
        ("BASE_URL", "https://example.no:x", "URL with a host name"),
        ("MAIL_URL", "mail.example.no", "URL with a host name"),
        ("MAIL_URL", "https://mail.example.no", "must look like smtp://"),
        ("WORKERS", "0", "whole number from 1 to 64"),
        ("WORKERS", "two", "whole number from 1 to 64"),
        ("THREADS", "-1", "whole number from 1 to 64"),
        ("PORT", "65536", "whole number from 1 to 65535"),
        ("TRUSTED_PROXIES", "1.5", "whole number from 0 to 5"),
        ("DEMO", "yes", "whole number from 0 to 1"),
        ("SECRETKEY", SECRET, "is not a setting of Tilsagn"),
    ],
)
def test_a_bad_setting_is_named_with_its_reason(
    good: dict[str, str], setting: str, value: str, why: str
) -> None:
    with pytest.raises(BadSettingError) as refusal:
        Settings.from_environment({**good, f"TILSAGN_{setting}": value})
    assert refusal.value.setting == f"TILSAGN_{setting}"
    assert why in refusal.value.why


def test_mail_needs_a_sender(good: dict[str, str]) -> None:
    with_mail = {**good, "TILSAGN_MAIL_URL": "smtp://mail.example.no"}
    with pytest.raises(BadSettingError, match="TILSAGN_MAIL_FROM is missing"):
        Settings.from_environment(with_mail)
    with pytest.raises(BadSettingError, match="TILSAGN_MAIL_FROM must be an e-mail address"):
        Settings.from_environment({**with_mail, "TILSAGN_MAIL_FROM": "tilskudd"})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_of_writing_postgresql_means_psycopg(good: dict[str, str], scheme: str) -> None:
    url = f"{scheme}://db.example.no/tilsagn"
    settings = Settings.from_environment({**good, "TILSAGN_DATABASE_URL": url})
    assert settings.database_url == "postgresql+psycopg://db.example.no/tilsagn"


def test_sqlite_is_a_file_with_an_absolute_path(good: dict[str, str], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/tilsagn.sqlite"
    assert Settings.from_environment({**good, "TILSAGN_DATABASE_URL": url}).database_url == url


def test_secrets_are_not_shown(good: dict[str, str]) -> None:
    good["TILSAGN_MAIL_URL"] = "smtp://tilsagn:hemmelig@mail.example.no"
    good["TILSAGN_MAIL_FROM"] = "tilskudd@example.no"
    shown = repr(Settings.from_environment(good))
    assert "hemmelig" not in shown
    assert SECRET not in shown
    with pytest.raises(BadSettingError) as refusal:
        Settings.from_environment({**good, "TILSAGN_SECRET_KEY": "hemmelig"})
    assert "hemmelig" not in str(refusal.value)


def test_cookies_demand_https_where_people_use_it(good: dict[str, str], tmp_path: Path) -> None:
    in_production = Settings.from_environment(good).for_flask()
    assert in_production["SESSION_COOKIE_SECURE"] is True
    assert in_production["SESSION_COOKIE_NAME"] == "__Host-tilsagn"
    in_a_demonstration = Settings.for_demo(tmp_path).for_flask()
    assert in_a_demonstration["SESSION_COOKIE_SECURE"] is False
    assert in_a_demonstration["SESSION_COOKIE_NAME"] == "tilsagn"


def test_a_demonstration_stays_in_its_folder_and_on_its_machine(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "TILSAGN_DEMO": "1",
            "TILSAGN_DATA_DIR": str(tmp_path / "demo"),
            "TILSAGN_PORT": "5001",
            "TILSAGN_DATABASE_URL": "postgresql://db.example.no/production",
        }
    )
    assert settings.demo
    assert settings.database_url == f"sqlite:///{tmp_path}/demo/tilsagn.sqlite"
    assert (settings.bind, settings.port) == ("127.0.0.1", 5001)
    assert settings.base_url == "http://127.0.0.1:5001"


def test_a_demonstration_keeps_its_own_secret(tmp_path: Path) -> None:
    first = Settings.for_demo(tmp_path)
    assert len(first.secret_key) >= 32
    assert Settings.for_demo(tmp_path).secret_key == first.secret_key
    assert Settings.for_demo(tmp_path / "another").secret_key != first.secret_key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["another", "secret-key"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("", None),
        ("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
        ("scanner.example.no:3310", "scanner.example.no:3310"),
        ("[::1]:3310", "[::1]:3310"),
    ],
)
def test_the_scanner_is_a_socket_or_a_host_with_a_port(
    good: dict[str, str], value: str, read: str | None
) -> None:
    assert Settings.from_environment(good | {"TILSAGN_CLAMD": value}).clamd == read


@pytest.mark.parametrize("value", ["scanner", "scanner:", "run/clamd.ctl", "scanner:port", "a b:1"])
def test_a_scanner_that_is_neither_stops_the_start(good: dict[str, str], value: str) -> None:
    with pytest.raises(BadSettingError, match="TILSAGN_CLAMD"):
        Settings.from_environment(good | {"TILSAGN_CLAMD": value})


def test_jobs_are_shared_by_their_own_table_unless_dbos_is_asked_for(good: dict[str, str]) -> None:
    assert Settings.from_environment(good).jobs is Sharing.OWN
    asked = good | {
        "TILSAGN_JOBS": "dbos",
        "TILSAGN_WORKER": "letters-1",
        "TILSAGN_DATABASE_URL": "postgresql://db.example.no/tilsagn",
    }
    settings = Settings.from_environment(asked)
    assert (settings.jobs, settings.worker) == (Sharing.DBOS, "letters-1")


@pytest.mark.parametrize(
    ("jobs", "url"),
    [("celery", "postgresql://db.example.no/tilsagn"), ("dbos", "sqlite:////srv/tilsagn.sqlite")],
)
def test_jobs_that_nothing_can_share_out_stop_the_start(
    good: dict[str, str], jobs: str, url: str
) -> None:
    with pytest.raises(BadSettingError, match="TILSAGN_JOBS"):
        Settings.from_environment(good | {"TILSAGN_JOBS": jobs, "TILSAGN_DATABASE_URL": url})

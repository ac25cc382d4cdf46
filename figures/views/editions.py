"""Editions of the data: what there is, how each is cited, and its files, which never change."""

from http import HTTPStatus

from flask import Response, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.models import Token
from accounts.permissions import Permission, public, requires
from figures.catalogue import IN_EDITIONS
from figures.research import services
from figures.research.dcat import catalogue, turtle
from figures.research.making import MEDIA_TYPES, address_of
from figures.research.models import SnapshotFile
from figures.research.package import PACKAGE, citation
from figures.research.queries import file_of, snapshot_of, snapshots
from figures.research.terms import shut_for
from figures.views.answers import pieces_of
from figures.views.blueprint import pages
from figures.views.interface import with_key
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.files import store
from foundation.settings import Settings

_NAMES = {one.code: one.name for one in IN_EDITIONS}


@pages.route("/data")
@public
def editions() -> ResponseReturnValue:
    """See the editions of the data and what describes them."""
    return render_template(
        "figures/editions.html", editions=snapshots(), may_make=is_allowed(Permission.SCHEME_MANAGE)
    )


@pages.route("/data/utgaver", methods=["POST"])
@requires(Permission.SCHEME_MANAGE)
def make_edition() -> ResponseReturnValue:
    """Have an edition made; the list follows it."""
    services.ask_for_snapshot(by=me(), at=clock.now())
    flash(_("Utgaven lages. Last siden på nytt for å se når den er ferdig."), "success")
    return redirect(url_for("figures.editions"), HTTPStatus.SEE_OTHER)


@pages.route("/data/<int:number>")
@public
def edition(number: int) -> ResponseReturnValue:
    """See an edition: how it is cited, its files and what they are known by."""
    found = snapshot_of(number)
    address = address_of(number)
    cited = citation(number, found.taken_at or found.asked_at, address)
    return render_template(
        "figures/edition.html",
        edition=found,
        address=address,
        cited=cited,
        names=_NAMES,
        may_fetch=is_allowed(Permission.STATISTICS_READ),
    )


@pages.route(f"/data/<int:number>/{PACKAGE}")
@public
def edition_package(number: int) -> ResponseReturnValue:
    """Give an edition's description as a Data Package: names, types and checksums of its files."""
    found = snapshot_of(number)
    return _kept(found.package_sha256 or "", "application/json")


@pages.route("/data/<int:number>/<file_name>")
@requires(Permission.STATISTICS_READ)
def edition_file(number: int, file_name: str) -> ResponseReturnValue:
    """Hand out a file of an edition to a researcher whose time is not over."""
    refusal = shut_for(me(), clock.today())
    if refusal is not None:
        raise RuleBrokenError(refusal)
    file = file_of(number, file_name)
    services.keep_fetched(file, by=me(), at=clock.now())
    return _handed_out(file)


@pages.route("/data/katalog.jsonld")
@public
def data_catalogue() -> ResponseReturnValue:
    """Describe the editions as DCAT-AP-NO, in JSON-LD."""
    answer = jsonify(catalogue(_base(), snapshots(), MEDIA_TYPES))
    answer.content_type = "application/ld+json"
    return answer


@pages.route("/data/katalog.ttl")
@public
def data_catalogue_turtle() -> ResponseReturnValue:
    """Describe the same in Turtle."""
    written = turtle(catalogue(_base(), snapshots(), MEDIA_TYPES))
    return Response(written, content_type="text/turtle; charset=utf-8")


@pages.route("/api/v1/snapshots")
@public
def interface_snapshots() -> ResponseReturnValue:
    """List the editions that are made, the newest first, for programs."""
    made = [one for one in snapshots() if one.taken_at is not None]
    return jsonify(
        snapshots=[
            {
                "number": one.id,
                "taken_at": clock.in_oslo(one.taken_at or one.asked_at).isoformat(),
                "address": address_of(one.id),
                "citation": citation(one.id, one.taken_at or one.asked_at, address_of(one.id)),
                "package_sha256": one.package_sha256,
                "files": [
                    {"name": file.name, "size": file.size, "sha256": file.sha256}
                    for file in one.files
                ],
            }
            for one in made
        ]
    )


@pages.route("/api/v1/snapshots/<int:number>/<file_name>")
@with_key
def interface_snapshot_file(key: Token, number: int, file_name: str) -> Response:
    """Give a file of an edition, and keep in the log that this key fetched it."""
    file = file_of(number, file_name)
    services.keep_fetched(file, token=key, by=key.person, at=clock.now())
    return _handed_out(file)


def _handed_out(file: SnapshotFile) -> Response:
    answer = _kept(file.sha256, MEDIA_TYPES[file.format])
    answer.headers["Tilsagn-Rows"] = str(file.rows)
    answer.headers["Tilsagn-Control-Sum"] = str(file.control_sum)
    answer.headers["Content-Disposition"] = (
        f"attachment; filename=tilsagn-{file.snapshot_id}-{file.name}"
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _kept(sha256: str, media_type: str) -> Response:
    """Answer with a kept file, a piece at a time; whoever has it already is told so."""
    file = store().open(sha256)
    answer = Response(pieces_of(file), content_type=media_type)
    answer.call_on_close(file.close)
    answer.content_length = store().size_of(sha256)
    answer.set_etag(sha256)
    answer.make_conditional(request)
    if answer.status_code == HTTPStatus.NOT_MODIFIED:
        file.close()
    return answer


def _base() -> str:
    settings: Settings = current_app.extensions["tilsagn"]
    return settings.base_url

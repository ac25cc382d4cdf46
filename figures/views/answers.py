"""Handing a file out, whole and with its checksum."""

from flask import Response, request, send_file

from figures.extracts import Extract

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def handed_out(extract: Extract, *, to_keep: bool) -> Response:
    """Answer with a file; whoever has the same one already is told so by its ETag (RFC 9110).

    `to_keep`: the browser saves it rather than shows it.
    """
    answer = send_file(
        extract.file,
        mimetype=_MEDIA_TYPES[extract.format],
        as_attachment=to_keep,
        download_name=extract.filename,
        etag=extract.sha256,
        conditional=False,
    )
    answer.content_length = extract.size
    answer.headers["Tilsagn-Rows"] = str(extract.count.rows)
    answer.headers["Tilsagn-Control-Sum"] = str(extract.count.control_sum)
    answer.make_conditional(request)
    return answer

"""Documents that were never files, such as messages and complaints, written out as pages of their own."""

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from flask import render_template
from markupsafe import escape

from applications.models import Application
from figures.openness.papers.paper import Part, written
from figures.openness.titles import Told, title_of

_LINK = re.compile(r'<a href="[^"]*/vedlegg/(\d+)">(.*?)</a>', re.DOTALL)


def text_part(
    name: str,
    told: Told,
    at: datetime,
    application: Application,
    *,
    facts: Sequence[tuple[str, str]] = (),
    said: Sequence[tuple[str, str]] = (),
) -> Part:
    """Write a document out: facts as name and value, then what was said, under headings where it has them."""
    html = render_template(
        "openness/papers/text.html",
        title=title_of(told),
        at=at,
        application=application,
        facts=facts,
        said=[(heading, text) for heading, text in said if text],
    )
    return written(f"{name}.html", html)


def linked(html: str, files: Sequence[Part]) -> str:
    """Let links to attachments lead to the files that lie beside the page; any other is only its name."""
    beside = {part.key: part.filename for part in files}

    def link(found: re.Match[str]) -> str:
        name = beside.get(f"attachment-{found[1]}")
        return f'<a href="{escape(quote(name))}">{found[2]}</a>' if name else found[2]

    return _LINK.sub(link, html)

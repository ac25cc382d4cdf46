"""What must be true of every page, wherever a test happens to look."""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from tests.formfilling import sends

LANGUAGES = {"nb", "nn"}
NEED_NO_LABEL = {"hidden", "submit", "button", "reset"}
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list")
LEAKED = re.compile(r"\bNone\b|\bUndefined\b|%\(\w+\)s|\{\{|<\w+\.\w+: ")


def faults(page: BeautifulSoup) -> list[str]:
    """Say what is wrong with a page; an empty list is a page as it should be."""
    checks = (_frame, _ids, _labels, _forms, _content_policy, _names, _leaks)
    return [fault for check in checks for fault in check(page)]


def _frame(page: BeautifulSoup) -> Iterator[str]:
    language = page.html.get("lang") if page.html else None
    if language not in LANGUAGES:
        yield f"the page's language is {language!r}"
    headings = [_text(heading) for heading in page.find_all("h1")]
    if len(headings) != 1:
        yield f"the page has {len(headings)} h1: {headings}"
    title = _text(page.title) if page.title else ""
    if headings and not title.startswith(headings[0]):
        yield f"the title {title!r} does not begin with the h1 {headings[0]!r}"
    if page.find("main") is None:
        yield "the page has no main part"


def _ids(page: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(tag["id"]) for tag in page.find_all(id=True))
    yield from (
        f"the id {name!r} is used {times} times" for name, times in ids.items() if times > 1
    )
    for tag in page.find_all(True):
        for attribute in REFERENCES:
            for name in str(tag.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} points at nothing"
    for link in page.find_all("a", href=re.compile("^#.")):
        if str(link["href"])[1:] not in ids:
            yield f"the link {link['href']} leads nowhere"


def _labels(page: BeautifulSoup) -> Iterator[str]:
    labelled = {label.get("for") for label in page.find_all("label")}
    for control in page.find_all(["input", "select", "textarea"]):
        named = (
            control.get("type") in NEED_NO_LABEL
            or control.get("id") in labelled
            or control.get("aria-label")
            or control.get("aria-labelledby")
            or control.find_parent("label")
        )
        if not named:
            yield f"the control {control.get('name')!r} has no label"


def _forms(page: BeautifulSoup) -> Iterator[str]:
    for form in page.find_all("form"):
        where = form.get("action") or "no action"
        has_token = form.find("input", attrs={"name": "csrf_token"}) is not None
        if str(form.get("method", "get")).lower() == "post" and not has_token:
            yield f"the form to {where} has no csrf_token"
        if form.find(sends) is None:
            yield f"the form to {where} has no button that sends it"
        if form.find("input", type="file") and form.get("enctype") != "multipart/form-data":
            yield f"the form to {where} takes a file and cannot send it"


def _content_policy(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        inline = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        if inline:
            yield f"<{tag.name} {inline[0]}=…> is refused by the content policy"
    if page.find("style") or page.find("script", src=False):
        yield "an inline style or script is refused by the content policy"


def _names(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(["a", "button"]):
        if not (_text(tag) or tag.get("aria-label") or tag.find("img", alt=True)):
            yield f"a {tag.name} says nothing: {tag}"
    yield from (f"an image has no alt: {image}" for image in page.find_all("img", alt=False))


def _leaks(page: BeautifulSoup) -> Iterator[str]:
    for text in page.stripped_strings:
        if LEAKED.search(text):
            yield f"the page shows {text!r}"


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())

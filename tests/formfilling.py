"""Filling in a form on a page as a browser does: what is not touched is sent as it stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

File = tuple[IO[bytes], str]
Value = str | int | bool | list[str] | File | None
Data = dict[str, list[str | File]]

BUTTONS = {"submit", "button", "reset", "image"}


@dataclass(frozen=True)
class Filled:
    """A form ready to send."""

    action: str
    data: Data


def filled(page: BeautifulSoup, url: str, press: str | None, fields: Mapping[str, Value]) -> Filled:
    """Fill in the one form on the page that has the fields and the button."""
    fitting = [form for form in page.find_all("form", method="post") if _fits(form, press, fields)]
    assert len(fitting) == 1, (
        f"{len(fitting)} forms on {url} have {sorted(fields)} and {press or 'any button'}"
    )
    form = fitting[0]
    data = _as_it_stands(form)
    for name, value in fields.items():
        data[name] = _chosen(form, name, value)
    button = _button(form, press)
    if button is not None and button.get("name"):
        data[str(button["name"])] = [str(button.get("value", ""))]
    return Filled(urljoin(url, str(form.get("action") or url)), data)


def _fits(form: Tag, press: str | None, fields: Mapping[str, Value]) -> bool:
    has_fields = all(_controls(form, name) for name in fields)
    return has_fields and (press is None or _button(form, press) is not None)


def sends(tag: Tag) -> bool:
    """Tell whether a tag is a button that sends its form."""
    if tag.name == "button":
        return tag.get("type", "submit") == "submit"
    return tag.name == "input" and tag.get("type") == "submit"


def _button(form: Tag, press: str | None) -> Tag | None:
    """Find the button by its text; without one the form's first, as the Enter key does."""
    for button in form.find_all(sends):
        text = str(button.get("value", "")) if button.name == "input" else button.get_text()
        if press is None or " ".join(text.split()) == press:
            return button
    return None


def _controls(form: Tag, name: str | None = None) -> list[Tag]:
    found = form.find_all(["input", "select", "textarea"], attrs={"name": name or True})
    return [tag for tag in found if tag.get("type") not in BUTTONS]


def _as_it_stands(form: Tag) -> Data:
    data: Data = {}
    for control in _controls(form):
        if not control.has_attr("disabled"):
            data.setdefault(str(control["name"]), []).extend(_standing(control))
    return data


def _standing(control: Tag) -> Iterator[str]:
    """Give what a control sends when nobody touches it."""
    if control.name == "textarea":
        yield control.get_text().removeprefix("\n")
    elif control.name == "select":
        options = control.find_all("option")
        picked = [option for option in options if option.has_attr("selected")]
        if not picked and not control.has_attr("multiple"):
            picked = options[:1]
        yield from map(_value_of, picked)
    elif control.get("type") in {"checkbox", "radio"}:
        if control.has_attr("checked"):
            yield str(control.get("value", "on"))
    elif control.get("type") != "file":
        yield str(control.get("value", ""))


def _chosen(form: Tag, name: str, value: Value) -> list[str | File]:
    """Give what is sent for a value, which must be one that the page offers."""
    if isinstance(value, tuple):
        return [value]
    if value is None or value is False:
        return []
    offered = _offered(form, name)
    if value is True:
        assert len(offered) == 1, f"{name} is not a single checkbox"
        return [*offered]
    values = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    if offered:
        assert set(values) <= set(offered), f"{name} offers {offered}, not {values}"
    return [*values]


def _offered(form: Tag, name: str) -> list[str]:
    """Give the values one may choose among; a field to write in offers none."""
    offered = []
    for control in _controls(form, name):
        if control.name == "select":
            offered += [_value_of(option) for option in control.find_all("option")]
        elif control.get("type") in {"checkbox", "radio"}:
            offered.append(str(control.get("value", "on")))
    return offered


def _value_of(option: Tag) -> str:
    return str(option.get("value", option.get_text()))

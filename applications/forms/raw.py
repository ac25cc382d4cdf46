"""Fields as a browser sends them: to carry what a writer saw, and to put one text in another's place."""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64Error
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from flask_babel import gettext as _
from wtforms import BooleanField, Field, FieldList, FileField, FormField, TextAreaField
from wtforms.fields.choices import SelectFieldBase

from applications.forms.tablefield import TableField
from foundation.fields import MoneyField
from foundation.money import format_amount

Raw = dict[str, list[str]]

_NOT_SHOWN = frozenset({"seen", "csrf_token"})
_MOST = 2_000_000
"""A page carries no more than this; what claims to is not ours."""


def leaves(fields: Iterable[Field]) -> Iterator[Field]:
    """Give the controls a person fills in, also those inside groups and rows; no files."""
    for field in fields:
        if isinstance(field, FormField | FieldList):
            yield from leaves(field)
        elif field.short_name not in _NOT_SHOWN and not isinstance(field, FileField):
            yield field


def raw(field: Field) -> list[str]:
    """Give what a browser sends for a field as it stands; nothing for one that is empty."""
    data = field.data
    if isinstance(field, TableField):
        return [field.kept] if field.kept else []
    if isinstance(field, BooleanField):
        return ["y"] if data else []
    if isinstance(field, SelectFieldBase):
        chosen = data if isinstance(data, list) else [data]
        return [str(one) for one in chosen if one not in (None, "")]
    if data in (None, ""):
        return []
    if isinstance(field, MoneyField):
        return [format_amount(data)] if data else []
    return [data.isoformat() if isinstance(data, date) else str(data)]


def raw_of(fields: Iterable[Field]) -> Raw:
    """Give every field that holds something, by name."""
    return {field.name: sent for field in leaves(fields) if (sent := raw(field))}


def shown(field: Field, sent: list[str]) -> str:
    """Give what was sent for a field as people read it."""
    if isinstance(field, BooleanField):
        return str(_("Ja") if sent else _("Nei"))
    if isinstance(field, TableField):
        return field.in_words(sent[0] if sent else "")
    if isinstance(field, SelectFieldBase):
        labels = [str(choice[1]) for choice in field.iter_choices() if str(choice[0]) in sent]
        return ", ".join(labels)
    return sent[0] if sent else ""


def is_text(field: Field) -> bool:
    """Tell whether two texts of the field make sense one after the other."""
    return isinstance(field, TextAreaField)


def packed(fields: Mapping[str, list[str]]) -> str:
    """Press fields into a value that a hidden control carries."""
    return urlsafe_b64encode(zlib.compress(json.dumps(fields).encode(), 6)).decode()


def unpacked(value: str) -> Raw | None:
    """Give what `packed` pressed; None when it is not that."""
    press = zlib.decompressobj()
    try:
        text = press.decompress(urlsafe_b64decode(value), _MOST)
        found = json.loads(text)
    except (NotBase64Error, zlib.error, ValueError):
        return None
    if not press.eof or not isinstance(found, dict):
        return None
    return {
        str(name): [str(one) for one in sent]
        for name, sent in found.items()
        if isinstance(sent, list)
    }

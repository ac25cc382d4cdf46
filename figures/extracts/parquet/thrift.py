"""Records in Thrift's compact protocol, as far as a Parquet file needs them."""

from collections.abc import Iterable
from typing import NamedTuple

_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12
_STOP = b"\x00"
_SHORT_LIST = 15
_SEVEN_BITS, _MORE = 0x7F, 0x80


class Field(NamedTuple):
    """A field of a record: its number, the code of its type, and its value as it is written."""

    number: int
    kind: int
    value: bytes


def record(*fields: Field) -> bytes:
    """Write a record; its fields come by rising number, and no number is more than 15 above the last."""
    written, last = bytearray(), 0
    for field in fields:
        written.append((field.number - last) << 4 | field.kind)
        written += field.value
        last = field.number
    return bytes(written + _STOP)


def i32(number: int, value: int) -> Field:
    """Give a field of a whole number of 32 bits."""
    return Field(number, _I32, _zigzag(value))


def i64(number: int, value: int) -> Field:
    """Give a field of a whole number of 64 bits."""
    return Field(number, _I64, _zigzag(value))


def text(number: int, value: str) -> Field:
    """Give a field of text."""
    return Field(number, _BINARY, _text(value))


def one(number: int, value: bytes) -> Field:
    """Give a field that holds a record."""
    return Field(number, _STRUCT, value)


def records(number: int, values: Iterable[bytes]) -> Field:
    """Give a field with a list of records."""
    return _list(number, _STRUCT, list(values))


def texts(number: int, values: Iterable[str]) -> Field:
    """Give a field with a list of texts."""
    return _list(number, _BINARY, [_text(value) for value in values])


def i32s(number: int, values: Iterable[int]) -> Field:
    """Give a field with a list of whole numbers of 32 bits."""
    return _list(number, _I32, [_zigzag(value) for value in values])


def varint(value: int) -> bytes:
    """Write a number that is not negative, seven bits at a time, the lowest first."""
    written = bytearray()
    while value > _SEVEN_BITS:
        written.append(value & _SEVEN_BITS | _MORE)
        value >>= 7
    written.append(value)
    return bytes(written)


def _zigzag(value: int) -> bytes:
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def _text(value: str) -> bytes:
    content = value.encode()
    return varint(len(content)) + content


def _list(number: int, kind: int, values: list[bytes]) -> Field:
    size = len(values)
    head = (
        bytes([size << 4 | kind])
        if size < _SHORT_LIST
        else bytes([_SHORT_LIST << 4 | kind]) + varint(size)
    )
    return Field(number, _LIST, head + b"".join(values))

"""Values of a column as Parquet has them: plain, after a list of which of them are there at all."""

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from figures.extracts.parquet import thrift

_EPOCH = date(1970, 1, 1).toordinal()
_GZIP = 31
"""The window that makes zlib write gzip, as the format wants it."""
_QUICK = 1
_BYTE = 8


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of value is kept: the codes of its type, and what writes those that are there."""

    physical: int
    write: Callable[[Sequence[Any]], bytes]
    converted: int | None = None
    logical: int | None = None


def _booleans(values: Sequence[Any]) -> bytes:
    return _bits(values)


def _dates(values: Sequence[Any]) -> bytes:
    return struct.pack(f"<{len(values)}i", *(one.toordinal() - _EPOCH for one in values))


def _wholes(values: Sequence[Any]) -> bytes:
    return struct.pack(f"<{len(values)}q", *map(int, values))


def _decimals(values: Sequence[Any]) -> bytes:
    return struct.pack(f"<{len(values)}d", *map(float, values))


def _texts(values: Sequence[Any]) -> bytes:
    contents = [one.encode() for one in values]
    return b"".join([len(one).to_bytes(4, "little") + one for one in contents])


BOOLEAN = Type(0, _booleans)
DATE = Type(1, _dates, converted=6, logical=6)
WHOLE = Type(2, _wholes)
DECIMAL = Type(5, _decimals)
TEXT = Type(6, _texts, converted=0, logical=1)


def page(values: Sequence[Any], kept_as: Type) -> tuple[bytes, int]:
    """Write a page of a column, gzipped, with its head; give it with its size unpacked, head and all."""
    there = [one for one in values if one is not None]
    levels = _levels(values, len(there))
    content = len(levels).to_bytes(4, "little") + levels + kept_as.write(there)
    packer = zlib.compressobj(_QUICK, zlib.DEFLATED, _GZIP)
    packed = packer.compress(content) + packer.flush()
    plain, run_lengths, data_page = 0, 3, 0
    head = thrift.record(
        thrift.i32(1, data_page),
        thrift.i32(2, len(content)),
        thrift.i32(3, len(packed)),
        thrift.one(
            5,
            thrift.record(
                thrift.i32(1, len(values)),
                thrift.i32(2, plain),
                thrift.i32(3, run_lengths),
                thrift.i32(4, run_lengths),
            ),
        ),
    )
    return head + packed, len(head) + len(content)


def _levels(values: Sequence[Any], there: int) -> bytes:
    """Tell which values are there: as one run when all are or none is, or else a bit for each."""
    if there in (0, len(values)):
        return thrift.varint(len(values) << 1) + (b"\x01" if there else b"\x00")
    bits = _bits([one is not None for one in values])
    return thrift.varint(len(bits) << 1 | 1) + bits


def _bits(values: Sequence[Any]) -> bytes:
    """Pack yes and no into bytes, the first in the lowest bit."""
    written = "".join("1" if one else "0" for one in reversed(values))
    size = (len(values) + _BYTE - 1) // _BYTE
    return int(written or "0", 2).to_bytes(size, "little")

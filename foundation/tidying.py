"""Which files of the store some row names: what is left is from uploads that were refused."""

from sqlalchemy import select

from foundation.database import Base, db

CHECKSUM = "sha256"
"""A column that names a file in the store ends so; there is no other way to name one."""
_NAME_NO_FILE = frozenset({"query_log", "scan"})
"""Tables whose checksums name no file here: what was taken out, and verdicts."""


def named_files() -> set[str]:
    """Give the checksum of every file that a row names, in whatever table."""
    columns = [
        column
        for table in Base.metadata.sorted_tables
        if table.name not in _NAME_NO_FILE
        for column in table.columns
        if column.name.endswith(CHECKSUM)
    ]
    return {
        str(checksum)
        for column in columns
        for checksum in db.session.scalars(select(column).where(column.is_not(None)).distinct())
    }

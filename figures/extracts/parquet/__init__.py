"""Parquet, written piece by piece with nothing but the standard library.

By the format's own specification (github.com/apache/parquet-format): one gzipped data page of plain values
for each column of a row group, and the description of the file in Thrift's compact protocol at the end.
"""

from figures.extracts.parquet.writer import ParquetWriter, type_of

__all__ = ["ParquetWriter", "type_of"]

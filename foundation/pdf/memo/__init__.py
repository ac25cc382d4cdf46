"""Remembers what WeasyPrint has worked out before, across documents; the bytes stay the same.

Letters of a round are alike: the same styles, mostly the same lines of text, the same fonts. WeasyPrint
works all of it out anew for each. While a `Memory` is used, functions of WeasyPrint's own are
replaced by ones that remember their answers; outside of that, and for everybody else in the process,
WeasyPrint is as it came. The replaced functions belong to one version, so a memory is only made for
that version (record 40); a test compares every kind of letter and report with and without.
"""

PINNED = "70.0"
"""The version of WeasyPrint that this was written against and is compared with."""

"""The samples in two halves, each with every kind in both sizes and in both forms of Norwegian.

What takes long to try is tried on one half. Whatever a template says, in whichever form, is then tried once;
what one half has with everything in it, the other has with as little as can be.
"""

from collections.abc import Iterator

from decisions.samples.frame import Size
from figures.samples import Sample, samples


def first_half() -> Iterator[Sample]:
    """Give the ordinary samples in bokmål and the worst in nynorsk."""
    return (sample for sample in samples() if _is_in_the_first(sample))


def second_half() -> Iterator[Sample]:
    """Give the ordinary samples in nynorsk and the worst in bokmål."""
    return (sample for sample in samples() if not _is_in_the_first(sample))


def _is_in_the_first(sample: Sample) -> bool:
    return (sample.language == "nb") is (sample.size is Size.NORMAL)

"""Benchmarks that print ratios measured in one run: ours beside the plain thing, on the same machine."""

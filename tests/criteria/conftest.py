"""Property tests of the rules are repeatable: the same examples every time."""

from hypothesis import settings

settings.register_profile("rules", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("rules")

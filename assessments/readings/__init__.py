"""Readings beyond the first two: a third reader, and the moderation of marks."""

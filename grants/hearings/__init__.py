"""Hearings (høringer): applicants comment on a draft call before it is published (inv. 86)."""

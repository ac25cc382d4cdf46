"""Passing a case on when a kommune in it has been merged or split (docs/decisions/0050)."""

"""Changing how one case is paid: its plan in versions, and the facts that let parts of it fall due."""

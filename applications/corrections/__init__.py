"""Sections of a case that the office opens for correction, with what stood there before and after."""

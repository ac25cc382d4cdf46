"""Correcting clerical errors in decisions that are sent (retting): beside the decision, which stands."""

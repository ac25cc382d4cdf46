"""The ground that every room stands on; it knows nothing of grants."""

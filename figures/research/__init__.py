"""Data for research: the interface as programs read it, the codebook, and snapshots that can be cited."""

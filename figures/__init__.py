"""What it adds up to: exports, statistics and the checks of the whole."""

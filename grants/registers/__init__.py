"""Two registers: the standards that projects follow, and the solutions that are declared to follow them."""

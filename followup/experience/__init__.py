"""The experience library: what a project has learnt, told to everybody."""

"""Evidence packs: a case, a round or a year in one file that proves itself whole."""

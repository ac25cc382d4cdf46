"""Unused money of a grant: applied for by the lead, proposed by an officer, signed, moved in the books."""

"""What is asked: collaborations, partners, applications and the journal of each case."""

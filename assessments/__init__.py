"""What we think: declarations of impartiality, independent marks and proposals."""

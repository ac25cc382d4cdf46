"""Looking for words in cases: what each says, kept beside it, and found through an index on both engines."""

"""What a call's reports ask from the catalogue: answered, read beside other answers, and printed."""

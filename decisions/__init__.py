"""What is decided: decisions in versions, letters and acceptance."""

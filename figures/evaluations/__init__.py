"""What each measure taught in a year: figures, the office's assessment, and what it would change."""

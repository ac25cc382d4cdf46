"""What an organisation has said of itself once: asked for once a year, offered wherever it is needed."""

"""Values out: JSON, CSV, Markdown, linear text, citations."""

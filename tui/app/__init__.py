"""All that Textual draws."""

"""newsreader: a terminal reader that shows the evidence beside the news."""

__version__ = "0.1.0"

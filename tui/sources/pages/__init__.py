"""HTML to documents: the article of a page, the words of a feed's item, of a letter, of an export.

Everything here but `scan` runs in the worker process: what parses hostile HTML may hang or grow.
"""

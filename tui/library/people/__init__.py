"""The people of a library: whose name is whose, over all its articles.

Names are read (`naming`), put together (`grouping`), kept as evidence comes and goes (`register`),
and listed (`pages`); `asking` is what the app, the desk and the command line call.
"""

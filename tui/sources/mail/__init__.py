"""Letters and saved pages in MIME: newsletters (.eml), pages that a browser saved whole (.mhtml).

The standard library's newer policies take time and memory without bound on hostile headers; this is
`compat32`, with headers cut before they are decoded. Runs in the worker process.
"""

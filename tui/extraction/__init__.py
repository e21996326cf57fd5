"""Documents in, their evidence written out: in this process, on all cores, or on a cluster.

`work.extract` is what is done; `processes` and `cluster` only say where. The results come in the
order of the documents, and what waits is bounded, so memory does not grow with their number.
"""


class EngineError(Exception):
    """Why nothing can be done there, or no more: one translated line, safe to show."""

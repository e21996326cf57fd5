"""The quality gate: what the parser finds in annotated articles, against floors that only rise."""

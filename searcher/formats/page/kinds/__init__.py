"""Kinds of text: what one line or one stretch of it is, whatever stands around it."""

"""Calls afterwards at the guide's desk: whom, with which words, and what came of it."""

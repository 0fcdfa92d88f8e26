"""Readers with a SAM module, spoken to by the SDT host protocol."""

"""Slip printers: one layout, drawn as dots for ESC/POS and as a PDF page."""

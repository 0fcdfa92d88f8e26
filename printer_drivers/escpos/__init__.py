"""ESC/POS slip printers: bytes, status bytes, models as data, and the driver."""

"""Which paper of a list a page may be, by the words printed on it. Optional: the extra `ocr`."""

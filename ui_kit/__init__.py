"""What every station draws with: tokens in millimetres, words, type, keys, pages and bridges."""

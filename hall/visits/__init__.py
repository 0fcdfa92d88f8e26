"""One elder's coming: who is responsible now, the papers, and what they still owe each other."""

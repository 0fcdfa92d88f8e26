"""How it was, copied from the paper an elder wrote: which service, which face, why."""

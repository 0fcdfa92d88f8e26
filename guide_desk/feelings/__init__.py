"""How it was (服务感受), copied from the paper an elder wrote: which service, which face, why."""

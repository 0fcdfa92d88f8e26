"""The clerk's desk: call, recall, hold, transfer, finish."""

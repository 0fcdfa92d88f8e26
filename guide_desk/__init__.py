"""The guide's desk: who asks for help, which device needs a hand, a number for someone."""

"""What goes on around a case: agency, visits at home, what could not be done, how it was."""

"""Pure reducers from events to what each role sees."""

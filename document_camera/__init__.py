"""The camera that looks down at papers: source, page, driver and simulator."""

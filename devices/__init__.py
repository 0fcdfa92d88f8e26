"""The device kit: ports, transports and supervised workers. Knows no hall and no Qt."""

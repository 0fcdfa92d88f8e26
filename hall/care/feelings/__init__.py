"""How it was: asked once after a service, never forced, never given by staff."""

"""The register of what could not be done, at the guides' desk."""

"""The page of the guide desk."""

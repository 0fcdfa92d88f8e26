"""Pictures of papers under a camera: sealed, of today only unless the paper is handed in."""

"""How it was (服务感受): asked once after a service, never forced, never given by staff."""

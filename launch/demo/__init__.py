"""The whole hall on one machine with simulated devices, and the tour through it."""

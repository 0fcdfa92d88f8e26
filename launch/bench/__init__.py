"""What ./run bench measures, one module a matter; figures mean something as ratios only."""

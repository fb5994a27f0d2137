"""Updates that no other feature takes."""

"""Engine, SQL helpers and schema."""

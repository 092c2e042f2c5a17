"""Tables: found by rules, fills, tags or alignment."""

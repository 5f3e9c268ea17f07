"""Events ↔ the formats of the field: the codebook's JSON records, dyad tables."""

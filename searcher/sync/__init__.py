"""Making the index equal to what is on disk, without losing or doubling anything."""

"""Words: what labels, sites and journals say in many languages, as data."""

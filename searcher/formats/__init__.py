"""detect() and parse(): from a document to its records; one file per layout family."""

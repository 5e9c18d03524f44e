"""The index directory: what lies where, who may write, and whether every file is as it was."""

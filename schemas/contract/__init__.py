"""The output contract: tables, columns, data package, dictionary, JSON Schemas."""

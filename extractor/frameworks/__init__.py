"""The inspectorate's framework in a report: parts, criteria, scores and grades."""

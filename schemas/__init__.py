"""Words and rules: models of documents, findings and frameworks. No PDF, no language."""

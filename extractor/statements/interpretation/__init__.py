"""What a quantified statement means: context, polarity, comparison."""

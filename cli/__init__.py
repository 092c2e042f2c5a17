"""What a person types. Commands parse, call one function and render; heavy imports wait inside."""

"""The rules that make questions, one file a kind of fact."""

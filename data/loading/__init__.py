"""From YAML files to checked records."""

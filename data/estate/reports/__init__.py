"""An assessed estate as text, Markdown, JSON and SARIF."""

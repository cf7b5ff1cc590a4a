"""Words on the page: text that Markdown leaves alone, citations, links to the glossary."""

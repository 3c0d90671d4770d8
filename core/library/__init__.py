"""Reading: articles, glossary, case studies, and finding them."""

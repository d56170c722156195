"""Writers: the same blocks as HTML, PDF, Word and Markdown."""

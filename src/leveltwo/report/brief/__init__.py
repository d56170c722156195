"""The brief: one content, written as HTML, PDF, Word or Markdown."""

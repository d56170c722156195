"""Parts of random negotiations; `tests.strategies` puts them together."""

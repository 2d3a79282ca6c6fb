"""Standing: how each claim fares in the debate recorded here. It is computed and explained, never scored."""

"""What all tests share: property tests that try the same examples every time, on every machine.

`pytest --hypothesis-profile search` tries many more, and others each time. Profile `mutation`
stops at the first example that fails, and looks for no simpler one.
"""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile("same-every-time", derandomize=True, print_blob=True, deadline=None, max_examples=100)
settings.register_profile(
    "mutation",
    settings.get_profile("same-every-time"),
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile("search", print_blob=True, deadline=None, max_examples=5_000)
settings.load_profile("same-every-time")

"""For the test suites of programs that use the library, and for its own.

`examples` holds articles written for tests, `assertions` compares articles and tells where they
differ, `strategies` (which needs Hypothesis: `newsmodel[testing]`) makes up articles by the
hundred. Import the module that is wanted; this package loads none of them.
"""

__all__: list[str] = []

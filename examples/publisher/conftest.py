"""The tests use the fixtures of newsmodel's testing kit."""

pytest_plugins = ["newsmodel.testing.plugin"]

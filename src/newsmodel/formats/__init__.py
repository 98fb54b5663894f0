"""How news is written down: one folder a format, all of one shape.

Each format is a module with the verbs of the standard library: `loads`, `dumps`, `load`, `dump`,
`iterload`, and `losses`, which lists what it cannot carry.
"""

"""`python -m newsmodel`: the command line."""

from newsmodel.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()

"""`python -m antivenom` is the command `antivenom`."""

from antivenom.cli import main

if __name__ == "__main__":
    main()

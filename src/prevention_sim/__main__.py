"""`python -m prevention_sim`."""

from prevention_sim.cli.main import main

if __name__ == "__main__":
    main()

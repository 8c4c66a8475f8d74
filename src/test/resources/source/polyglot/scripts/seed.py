import os
URL = os.environ["SEED_URL"]  # read: SEED_URL fails tooling

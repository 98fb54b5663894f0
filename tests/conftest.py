import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Whole articles are large, and machines that run tests may be busy.
_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
_PROFILE = "ci" if "CI" in os.environ else "default"

settings.register_profile("default", max_examples=50, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile("ci", settings.get_profile("default"), max_examples=10, derandomize=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", _PROFILE))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents that stands beside the project; tests skip without it."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("NEWSMODEL_SHARED", beside))
    if not folder.is_dir():
        pytest.skip(f"the shared folder of real documents is not there: {folder.name}")
    return folder


@pytest.fixture(scope="session")
def seed_text(shared: Path) -> str:
    """The article the project starts from, as its page's plain text."""
    return (shared / "seed-article.txt").read_text(encoding="utf-8")

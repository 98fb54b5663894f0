"""What each version of ninjs has, and documents of one version in the form of another."""

"""Where quoted words begin and end, by marks and dashes, whatever the habit of the text."""

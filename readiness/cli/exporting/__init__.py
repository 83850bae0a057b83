"""From a report and a plan file to tasks for other programs."""

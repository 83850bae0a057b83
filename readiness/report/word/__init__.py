"""Documents for Word, from a template that people restyle in Word."""

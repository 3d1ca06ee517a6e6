"""What inspectors asked for, followed from report to report, and what people do about it."""

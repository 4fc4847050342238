"""The reports: tables that fit, figures in words, evidence, findings."""

"""What can be repaired without doubt? What the reference settles, put into the file and read again."""

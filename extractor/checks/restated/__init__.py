"""What a report states twice, and states differently."""

"""What borrowed money costs: interest, fees, schedules, the annual rate behind them. Only arithmetic."""

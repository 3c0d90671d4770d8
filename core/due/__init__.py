"""What has a day: answers that are due, and what runs out."""

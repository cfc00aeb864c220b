"""Is the year the slip, and what stands under it right? One module a way of writing."""

"""Who is who: joining, enrolling, seeing and removing what is held."""

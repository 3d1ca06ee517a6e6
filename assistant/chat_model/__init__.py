"""A chat model of the user's choice words the answers; every sentence is proven before it counts as sourced."""

"""An answer comes out: a question is understood, searched for, composed and checked."""

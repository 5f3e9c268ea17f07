"""Bytes → Document: titles, datelines, headings and paragraphs told apart; pure."""

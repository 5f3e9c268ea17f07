"""The learnt model's files: graph, tokenizer, and the note with their checksums (docs/model.md)."""

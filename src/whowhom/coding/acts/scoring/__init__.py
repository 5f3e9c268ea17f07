"""The learnt half of reading acts: a sentence and its actors → how likely what passes between each two of them."""

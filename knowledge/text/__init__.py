"""Reading of Chinese text: words, numerals, pinyin, typing errors, colloquial forms."""

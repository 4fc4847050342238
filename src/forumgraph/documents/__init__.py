"""What every page and workbook needs, whatever it says: files written whole, texts that stay texts, a page's policy."""

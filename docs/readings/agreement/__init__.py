"""How two readings of one survey agree with each other and with the settled data; knows no database."""

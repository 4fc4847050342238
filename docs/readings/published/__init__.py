"""How two readings of each publication agree with each other and with the settled data; knows no database."""

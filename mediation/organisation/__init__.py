"""The organisation read from workbooks and checked."""

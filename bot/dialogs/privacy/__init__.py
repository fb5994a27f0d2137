"""/mydata: see, take along, correct, delete, agree, ask why, complain."""

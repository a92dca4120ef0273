Program.begin()

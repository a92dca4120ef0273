print("rep")

open("/never", "w")

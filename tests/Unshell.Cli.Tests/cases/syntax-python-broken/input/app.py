x = 1
print "old"
if x:
    y = (1 +
z = 2

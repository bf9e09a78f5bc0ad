import os; os.system("never")

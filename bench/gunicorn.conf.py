"""How both servers of a benchmark are run: alike, and with nothing of the production server's own."""

worker_class = "gthread"
workers = 2
threads = 4
worker_connections = 4  # eight clients are shared evenly between the two
loglevel = "error"
control_socket_disable = True
keepalive = 75  # one client asks many servers in turn

"""How is a check answered by a process that is loaded already?

`factcheck check --warm` asks a helper of the same user over a socket, and starts one where none runs: that call is
answered as ever, the next ones by the helper. It ends itself when nobody has asked for a while, and when the program is
no longer the one it has loaded. Each answer is given by a copy of the helper (`os.fork`) that has taken over the
caller's folder, environment and streams: it reads settings and packs as they lie now and writes what any check writes.
"""

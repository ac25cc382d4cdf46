"""Clients that work at the same time, each on a connection of its own."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TypeVar

from bench.serving import Client

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Crew:
    """So many clients of one server."""

    def __init__(self, port: int, size: int) -> None:
        """Open their connections."""
        self.clients = [Client(port) for _ in range(size)]

    def work(self, do: Callable[[Client, Item], Answer], items: Iterable[Item]) -> list[Answer]:
        """Let each client take the next item as soon as it is free; give the answers as they came."""
        waiting: SimpleQueue[Item] = SimpleQueue()
        for item in items:
            waiting.put(item)
        answers: list[Answer] = []

        def take_turns(client: Client) -> None:
            while True:
                try:
                    item = waiting.get_nowait()
                except Empty:
                    return
                answers.append(do(client, item))

        with ThreadPoolExecutor(len(self.clients)) as threads:
            for done in [threads.submit(take_turns, client) for client in self.clients]:
                done.result()
        return answers

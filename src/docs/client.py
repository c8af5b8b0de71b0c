#!/usr/bin/env python3
"""Steers a run of Lamina: one step, then a pause, another weight decay, two epochs, then a stop with a checkpoint.

    python3 client.py CONFIG FOLDER [the words that start Lamina, such as: java -jar lamina.jar]

Prints a line for each thing that happens and ends with Lamina's exit code. events-and-commands.md names all events.
"""
import json
import subprocess
import sys

PROTOCOL = 3


class Run:
    """A run in a process; when this program ends, the end of its input stops it with a checkpoint."""

    def __init__(self, lamina, config, folder):
        self.process = subprocess.Popen(
            [*lamina, "run", config, "--out", folder, "--events", "-", "--commands", "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self.sent = 0

    def send(self, type, **fields):
        """Sends a command; its id comes back if it is refused."""
        self.sent += 1
        self.process.stdin.write(json.dumps({"type": type, "id": self.sent, **fields}) + "\n")
        self.process.stdin.flush()

    def events(self):
        """All events until the run has ended."""
        for line in self.process.stdout:
            yield json.loads(line)

    def end(self):
        self.process.stdin.close()
        return self.process.wait()


def main():
    config, folder, *lamina = sys.argv[1:]
    run = Run(lamina or ["java", "-jar", "lamina.jar"], config, folder)
    run.send("do-step")
    epochs = 0
    for event in run.events():
        type = event["type"]
        if type == "run-started":
            if event["protocol"] != PROTOCOL:
                sys.exit(f"this client speaks protocol {PROTOCOL}, Lamina {event['protocol']}")
            print(f"{event['name']}: {event['parameters']} parameters on {event['device']}")
        elif type == "run-paused" and epochs == 0:
            print(f"paused after step {event['step']}")
            run.send("set-weight-decay", weightDecay=0.001)
            run.send("explode")
            run.send("resume")
        elif type == "hyperparameter-changed":
            print(f"{event['hyperparameter']} is {event['value']}")
        elif type == "command-refused":
            print(f"command {event['id']} was refused: {event['reason']['text']}")
        elif type == "epoch-completed":
            epochs += 1
            print(f"epoch {event['metrics']['epoch']}: loss {event['metrics']['trainLoss']:.4f}")
            if epochs == 2:
                run.send("stop")
        elif type == "run-stopped":
            print(f"stopped after step {event['step']}; lamina resume {event['folder']} goes on")
        elif type == "run-failed":
            print(f"failed: {event['message']['text']}")
    return run.end()


if __name__ == "__main__":
    sys.exit(main())

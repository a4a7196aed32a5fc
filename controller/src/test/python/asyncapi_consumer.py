"""Reads whatever an AsyncAPI 3 document says an application sends over MQTT, and makes tables of it.

It knows nothing of the application: topics, payloads, keys and types all come from the document. Needs python3-paho-mqtt and
python3-yaml. Prints "ready" once it listens; at the end of its input it prints what it has got, as JSON.

    asyncapi_consumer.py DOCUMENT HOST PORT [PARAMETER=VALUE ...]
"""

import json
import pathlib
import re
import sys
import time

import paho.mqtt.client as mqtt
import yaml

# After the end of its input it goes on until nothing has come for so long.
QUIET_SECONDS = 2

TYPES = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}


class Document:
    def __init__(self, path):
        self.folder = pathlib.Path(path).parent
        self.root = yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            reference = node["$ref"]
            if reference.startswith("#/"):
                node = self.root
                for part in reference[2:].split("/"):
                    node = node[part]
            else:
                node = json.loads((self.folder / reference).read_text(encoding="utf-8"))
        return node

    def sent(self):
        """Name, address and payload schema of each channel that the application sends on."""
        for operation in self.root["operations"].values():
            if operation["action"] == "send":
                name = operation["channel"]["$ref"].split("/")[-1]
                channel = self.resolve(operation["channel"])
                message = self.resolve(next(iter(channel["messages"].values())))
                payload = self.resolve(message["payload"])
                yield name, channel["address"], self.resolve(payload.get("schema", payload))


class Tables:
    """One table for each channel, and one for each list of objects in it."""

    def __init__(self):
        self.rows = {}
        self.columns = {}
        self.faults = []

    def take(self, table, schema, value):
        self.rows[table] = self.rows.get(table, 0) + 1
        for key in schema.get("required", []):
            if key not in value:
                self.faults.append(f"{table} lacks {key}")
        for key, described in schema.get("properties", {}).items():
            if key in value:
                self.field(table, key, described, value[key])
        for key in value:
            if key not in schema.get("properties", {}) and schema.get("properties"):
                self.faults.append(f"{table} has {key}, which is not described")

    def field(self, table, key, described, value):
        types = described.get("type", [])
        types = types if isinstance(types, list) else [types]
        if not any(isinstance(value, TYPES[name]) for name in types):
            self.faults.append(f"{table}.{key} is {value!r}, described as {types}")
        if isinstance(value, list) and described.get("items", {}).get("type") == "object":
            for item in value:
                self.take(f"{table}.{key}", described["items"], item)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            column = self.columns.setdefault(
                f"{table}.{key}",
                {"unit": described.get("x-ucum"), "count": 0, "least": value, "most": value},
            )
            column["count"] += 1
            column["least"] = min(column["least"], value)
            column["most"] = max(column["most"], value)


def main(path, host, port, *parameters):
    document = Document(path)
    known = dict(parameter.split("=", 1) for parameter in parameters)
    channels = []
    for name, address, schema in document.sent():
        for parameter, value in known.items():
            address = address.replace("{" + parameter + "}", value)
        topic = re.sub(r"\{[^}]*\}", "+", address)
        pattern = re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(address)) + "$")
        channels.append((name, topic, pattern, schema))
    tables = Tables()

    quiet_since = [time.monotonic()]

    def arrived(_client, _data, message):
        quiet_since[0] = time.monotonic()
        for name, _topic, pattern, schema in channels:
            if pattern.match(message.topic):
                tables.take(name, schema, json.loads(message.payload))

    client = mqtt.Client()
    client.on_message = arrived
    client.on_subscribe = lambda *_: print("ready", flush=True)
    client.connect(host, int(port))
    client.subscribe([(topic, 1) for _name, topic, _pattern, _schema in channels])
    client.loop_start()
    sys.stdin.read()
    while time.monotonic() - quiet_since[0] < QUIET_SECONDS:
        time.sleep(0.1)
    client.loop_stop()
    print(json.dumps({"rows": tables.rows, "columns": tables.columns, "faults": tables.faults}))


if __name__ == "__main__":
    main(*sys.argv[1:])

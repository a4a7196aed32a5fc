"""A front end made of pymodbus, from nothing but docs/devices/front-end.md: an independent server for the driver.

    python3 front_end_server.py PAGE

prints the path of a serial port and serves there until its standard input ends. It obeys commands and caps, has no
output and no tip: what it measures is fixed.
"""

import os
import re
import sys
import threading
import tty

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server import StartSerialServer
from pymodbus.transaction import ModbusRtuFramer

ROW = re.compile(r"\| (\d+) \| (\w+) \| (u16|u32|s16|bits|ascii 16) \|")
CAPS, COMMAND = range(64, 72), range(128, 133)


def addresses(page):
    with open(page, encoding="utf-8") as lines:
        return {m.group(2): int(m.group(1)) for m in map(ROW.match, lines) if m}


class Board(ModbusSparseDataBlock):
    def __init__(self, at):
        super().__init__({a: 0 for block in ((0, 32), (64, 8), (128, 5), (160, 19), (192, 16)) for a in range(block[0], sum(block))})
        self.at = at
        self.put("magic", 0x4C53)
        self.put("map_version", 0x0100)
        self.text("model", "pymodbus")
        self.text("serial_number", "PY-1")
        self.put("capabilities", 0x80FF)
        for name, value in (("greatest_power", 2_000_000), ("greatest_voltage", 60_000), ("greatest_current", 200_000)):
            self.put32(name, value)
        self.put("greatest_tip", 95 * 128)
        self.put("greatest_rf_time", 6000)
        self.put("longest_lease", 500)
        self.put("conversion_period", 200)
        self.put("status", 1 << 4 | 1 << 6 | 1 << 9)
        self.put32("power", 123_456)
        self.put32("voltage", 12_345)
        self.put32("current", 10_000)
        self.put32("impedance", 12_345)
        self.put("tip", 37 * 128)
        self.put("tip_sample", 1)
        self.put("cold_junction", 23 * 128)

    def put(self, name, value):
        self.values[self.at[name]] = value

    def put32(self, name, value):
        self.values[self.at[name]], self.values[self.at[name] + 1] = value >> 16, value & 0xFFFF

    def text(self, name, text):
        padded = text.encode().ljust(16, b"\0")
        for i in range(8):
            self.values[self.at[name] + i] = padded[2 * i] << 8 | padded[2 * i + 1]

    def setValues(self, address, values, use_as_default=False):
        writable = (address, len(values)) in ((CAPS.start, len(CAPS)), (COMMAND.start, len(COMMAND)))
        if not writable:
            raise ValueError("not writable")
        for i, value in enumerate(values):
            self.values[address + i] = value
        if address == CAPS.start:
            self.values[self.at["status"]] |= 1 << 1
        else:
            self.obey(values)

    def obey(self, values):
        sequence, control, high, low, lease = values
        self.put("accepted_sequence", sequence)
        self.put32("accepted_set_point", high << 16 | low)
        self.put("lease_left", lease)
        status = self.values[self.at["status"]] & ~0b1101
        relay = control & 1
        self.put("status", status | relay << 2 | relay << 3 | (1 if high or low else 0))
        self.put("tip_sample", self.values[self.at["tip_sample"]] + 1 & 0xFFFF)


def bridge(one, other):
    def copy(source, target):
        while True:
            os.write(target, os.read(source, 512))

    for pair in ((one, other), (other, one)):
        threading.Thread(target=copy, args=pair, daemon=True).start()


def port():
    near, far = os.openpty()
    tty.setraw(far)
    return near, os.ttyname(far)


def main():
    driver_near, driver_path = port()
    server_near, server_path = port()
    bridge(driver_near, server_near)
    board = Board(addresses(sys.argv[1]))
    context = ModbusServerContext(slaves=ModbusSlaveContext(hr=board, zero_mode=True), single=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print(driver_path, flush=True)
    StartSerialServer(context=context, framer=ModbusRtuFramer, port=server_path, baudrate=115200)


main()

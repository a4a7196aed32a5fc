package lissauer.hal.modbus;

import lissauer.hal.DeviceException;

/**
 * What a front end says of itself.
 *
 * @param greatest what its caps can be at most
 * @param longestLeaseMillis longest lease it grants
 */
public record FrontEndIdentity(
    int mapVersion,
    String model,
    String serialNumber,
    String firmware,
    int capabilities,
    FrontEndCaps greatest,
    int longestLeaseMillis,
    int conversionPeriodTenths) {

  /**
   * From the identity block.
   *
   * @throws DeviceException if this is no front end, or one with another register map
   */
  static FrontEndIdentity from(String device, Registers block) throws DeviceException {
    if (block.u16(FrontEndMap.IDENTITY) != FrontEndMap.MAGIC) {
      throw new DeviceException(
          device,
          "what answers is no front end: its register 0 is 0x%04X, not 0x%04X; check the port"
              .formatted(block.u16(FrontEndMap.IDENTITY), FrontEndMap.MAGIC));
    }
    int version = block.u16(FrontEndMap.IDENTITY + 1);
    if (version >> 8 != FrontEndMap.MAP_VERSION >> 8) {
      throw new DeviceException(
          device,
          "it has register map %d.%d, this driver knows %d; update the firmware or Lissauer"
              .formatted(version >> 8, version & 0xFF, FrontEndMap.MAP_VERSION >> 8));
    }
    return new FrontEndIdentity(
        version,
        block.ascii(FrontEndMap.MODEL, 8),
        block.ascii(FrontEndMap.SERIAL_NUMBER, 8),
        block.u16(FrontEndMap.FIRMWARE)
            + "."
            + block.u16(FrontEndMap.FIRMWARE + 1)
            + "."
            + block.u16(FrontEndMap.FIRMWARE + 2),
        block.u16(FrontEndMap.CAPABILITIES),
        FrontEndCaps.from(block, FrontEndMap.GREATEST),
        block.u16(FrontEndMap.LONGEST_LEASE),
        block.u16(FrontEndMap.CONVERSION_PERIOD));
  }

  /** Into the identity block. */
  public Registers registers() {
    Registers block = new Registers(FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE);
    block.put16(FrontEndMap.IDENTITY, FrontEndMap.MAGIC);
    block.put16(FrontEndMap.IDENTITY + 1, mapVersion);
    block
        .putAscii(FrontEndMap.MODEL, 8, model)
        .putAscii(FrontEndMap.SERIAL_NUMBER, 8, serialNumber);
    String[] parts = firmware.split("\\.", 3);
    for (int i = 0; i < parts.length; i++) {
      block.put16(FrontEndMap.FIRMWARE + i, Integer.parseInt(parts[i]));
    }
    greatest.to(block, FrontEndMap.GREATEST);
    return block
        .put16(FrontEndMap.CAPABILITIES, capabilities)
        .put16(FrontEndMap.LONGEST_LEASE, longestLeaseMillis)
        .put16(FrontEndMap.CONVERSION_PERIOD, conversionPeriodTenths);
  }

  /** Whether no hardware is behind it. */
  public boolean emulation() {
    return (capabilities & FrontEndMap.EMULATION) != 0;
  }

  @Override
  public String toString() {
    return model
        + " "
        + serialNumber
        + ", firmware "
        + firmware
        + ", map "
        + (mapVersion >> 8)
        + "."
        + (mapVersion & 0xFF)
        + (emulation() ? ", EMULATED" : "");
  }
}

package lissauer.hal.modbus;

/**
 * One command to a front end, in whole steps of its registers.
 *
 * @param control bits of {@link FrontEndMap}: relay, lamp, acknowledge
 * @param microwatts mean power
 */
public record FrontEndCommand(int sequence, int control, long microwatts, int leaseMillis) {
  /** From the command block. */
  public static FrontEndCommand from(Registers block) {
    return new FrontEndCommand(
        block.u16(FrontEndMap.COMMAND),
        block.u16(FrontEndMap.COMMAND + 1),
        block.u32(FrontEndMap.COMMAND + 2),
        block.u16(FrontEndMap.COMMAND + 4));
  }

  /** Into the command block. */
  public Registers registers() {
    return new Registers(FrontEndMap.COMMAND, FrontEndMap.COMMAND_SIZE)
        .put16(FrontEndMap.COMMAND, sequence)
        .put16(FrontEndMap.COMMAND + 1, control)
        .put32(FrontEndMap.COMMAND + 2, microwatts)
        .put16(FrontEndMap.COMMAND + 4, leaseMillis);
  }

  /** Whether one of these control bits is set. */
  public boolean asks(int bits) {
    return (control & bits) != 0;
  }
}

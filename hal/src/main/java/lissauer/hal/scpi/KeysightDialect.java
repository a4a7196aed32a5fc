package lissauer.hal.scpi;

import java.util.List;
import java.util.Locale;

/**
 * Keysight 33500 and EDU33210, and Rigol generators that hold voltage limits.
 *
 * <p>{@code APPLy} is avoided since it also switches the output on. The unit of the amplitude is
 * set to VPP and read back with it.
 */
record KeysightDialect(int channel) implements Dialect {
  private static final int FIELDS = 10;

  /** What SCPI instruments answer for infinity: 9.9E+37. */
  private static final double INFINITE = 9e37;

  @Override
  public SineVoltage leastCeiling() {
    return SineVoltage.ofPeakToPeak(0.002);
  }

  @Override
  public List<String> prepare(double frequencyHertz, double loadOhms) {
    String load = loadOhms == Double.POSITIVE_INFINITY ? "INF" : number(loadOhms);
    return List.of(
        output(false),
        ":OUTP%d:LOAD %s".formatted(channel, load),
        ":SOUR%d:FUNC SIN".formatted(channel),
        ":SOUR%d:FREQ %s".formatted(channel, number(frequencyHertz)),
        ":SOUR%d:VOLT:UNIT VPP".formatted(channel),
        ":SOUR%d:VOLT:OFFS 0".formatted(channel));
  }

  @Override
  public List<String> limit(SineVoltage ceiling) {
    double peak = ceiling.peakToPeak() / 2;
    return List.of(
        ":SOUR%d:VOLT:LIM:HIGH %s".formatted(channel, number(peak)),
        ":SOUR%d:VOLT:LIM:LOW %s".formatted(channel, number(-peak)),
        ":SOUR%d:VOLT:LIM:STAT 1".formatted(channel));
  }

  @Override
  public String amplitude(SineVoltage wanted) {
    return ":SOUR%d:VOLT %s".formatted(channel, number(wanted.peakToPeak()));
  }

  @Override
  public String output(boolean on) {
    return ":OUTP%d:STAT %s".formatted(channel, on ? "ON" : "OFF");
  }

  @Override
  public List<ScpiQuery> state() {
    String source = ":SOUR%d:".formatted(channel);
    String all =
        ":OUTP%1$d:STAT?;:OUTP%1$d:LOAD?;".formatted(channel)
            + String.join(
                ";",
                source + "FUNC?",
                source + "FREQ?",
                source + "VOLT:UNIT?",
                source + "VOLT?",
                source + "VOLT:OFFS?",
                source + "VOLT:LIM:HIGH?",
                source + "VOLT:LIM:LOW?",
                source + "VOLT:LIM:STAT?");
    return List.of(ScpiQuery.plain(all), oldestError().getFirst());
  }

  @Override
  public GeneratorState state(List<String> answers) throws BadReply, InstrumentError {
    check(answers.get(1));
    String reply = answers.get(0);
    String[] fields = reply.split(";", -1);
    if (fields.length != FIELDS) {
      throw new BadReply("incomplete reply", reply);
    }
    double load = Quantity.of(fields[1], "OHM");
    double loadOhms = load > INFINITE ? Double.POSITIVE_INFINITY : load;
    if (!fields[4].equals("VPP")) {
      throw new BadReply("unit is not VPP", reply);
    }
    double high = Quantity.of(fields[7], "V");
    double low = Quantity.of(fields[8], "V");
    double most = 2 * Math.min(high, -low);
    return new GeneratorState(
        flag(fields[0]),
        loadOhms,
        fields[2].equals("SIN"),
        Quantity.hertz(fields[3]),
        Quantity.amplitude(fields[5], loadOhms),
        Quantity.of(fields[6], "V"),
        flag(fields[9]) && most >= 0 ? SineVoltage.ofPeakToPeak(most) : null);
  }

  @Override
  public List<ScpiQuery> oldestError() {
    return List.of(ScpiQuery.plain("SYST:ERR?"));
  }

  /** Passes when the error queue is empty. */
  static void check(String reply) throws BadReply, InstrumentError {
    String[] parts = reply.split(",", 2);
    double code = parts.length == 2 ? Quantity.of(parts[0], "") : Double.NaN;
    if (!(code == Math.rint(code)) || !parts[1].strip().startsWith("\"")) {
      throw new BadReply("no error report", reply);
    }
    if (code != 0) {
      throw new InstrumentError(reply);
    }
  }

  private static boolean flag(String text) throws BadReply {
    return switch (text) {
      case "1", "ON" -> true;
      case "0", "OFF" -> false;
      default -> throw new BadReply("no flag", text);
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5G", value);
  }
}

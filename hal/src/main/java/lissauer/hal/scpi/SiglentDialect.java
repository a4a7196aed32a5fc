package lissauer.hal.scpi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Siglent SDG, and what speaks like it (Teledyne T3AFG, BK Precision 4050).
 *
 * <p>Settings are silent, what is out of range is ignored or clamped, and there is no error queue:
 * only reading back tells. Siglent PG02-E05C, sections 3.3 (OUTPut) and 3.4 (BSWV).
 */
record SiglentDialect(int channel) implements Dialect {
  @Override
  public SineVoltage leastCeiling() {
    return SineVoltage.ofPeakToPeak(1); // PG02 3.3: MAX_OUTPUT_AMP 1 to 20
  }

  @Override
  public List<String> prepare(double frequencyHertz, double loadOhms) {
    return List.of(
        "C%d:OUTP OFF".formatted(channel),
        "C%d:OUTP LOAD,%s".formatted(channel, load(loadOhms)),
        "C%d:BSWV WVTP,SINE".formatted(channel),
        "C%d:BSWV FRQ,%s".formatted(channel, number(frequencyHertz)),
        "C%d:BSWV OFST,0".formatted(channel));
  }

  @Override
  public List<String> limit(SineVoltage ceiling) {
    return List.of("C%d:BSWV MAX_OUTPUT_AMP,%s".formatted(channel, number(ceiling.peakToPeak())));
  }

  @Override
  public String amplitude(SineVoltage wanted) {
    return "C%d:BSWV AMP,%s".formatted(channel, number(wanted.peakToPeak()));
  }

  @Override
  public String output(boolean on) {
    return "C%d:OUTP %s".formatted(channel, on ? "ON" : "OFF");
  }

  @Override
  public List<ScpiQuery> state() {
    return List.of(query("BSWV"), query("OUTP"));
  }

  @Override
  public GeneratorState state(List<String> answers) throws BadReply {
    Map<String, String> wave = pairs(answers.get(0), 0);
    String output = answers.get(1);
    Map<String, String> outputs = pairs(output, 1);
    String state = output.split(",", 2)[0].strip();
    if (!state.equals("ON") && !state.equals("OFF")) {
      throw new BadReply("no output state", output);
    }
    double loadOhms = loadOhms(need(outputs, "LOAD", output));
    String ceiling = wave.get("MAX_OUTPUT_AMP");
    return new GeneratorState(
        state.equals("ON"),
        loadOhms,
        need(wave, "WVTP", answers.get(0)).equals("SINE"),
        Quantity.hertz(need(wave, "FRQ", answers.get(0))),
        Quantity.amplitude(need(wave, "AMP", answers.get(0)), loadOhms),
        Quantity.of(need(wave, "OFST", answers.get(0)), "V"),
        ceiling == null ? null : Quantity.amplitude(ceiling, loadOhms));
  }

  @Override
  public List<ScpiQuery> oldestError() {
    return List.of();
  }

  private ScpiQuery query(String what) {
    String header = "C" + channel + ":" + what;
    return new ScpiQuery(header + "?", header);
  }

  private static Map<String, String> pairs(String payload, int from) throws BadReply {
    String[] parts = payload.split(",", -1);
    if ((parts.length - from) % 2 != 0) {
      throw new BadReply("incomplete reply", payload);
    }
    Map<String, String> pairs = new HashMap<>();
    for (int i = from; i < parts.length; i += 2) {
      if (pairs.put(parts[i].strip(), parts[i + 1].strip()) != null) {
        throw new BadReply("a key twice", payload);
      }
    }
    return pairs;
  }

  private static String need(Map<String, String> pairs, String key, String payload)
      throws BadReply {
    String value = pairs.get(key);
    if (value == null) {
      throw new BadReply("no " + key, payload);
    }
    return value;
  }

  private static String load(double ohms) {
    return ohms == Double.POSITIVE_INFINITY ? "HZ" : number(ohms);
  }

  private static double loadOhms(String text) throws BadReply {
    return text.equals("HZ") ? Double.POSITIVE_INFINITY : Quantity.of(text, "OHM");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}

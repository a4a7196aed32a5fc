package lissauer.simulator.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Keysight 33511B that a driver needs: standard SCPI with voltage limits and an error
 * queue of 20; questions joined by semicolons are answered in one line.
 */
public final class KeysightGenerator implements TextInstrument {
  /** As it says who it is. */
  public static final String IDENTITY =
      "Keysight Technologies,33511B,MYEMULATED,5.03-3.15-2.00-58-00";

  private static final int LONGEST_QUEUE = 20;

  private final WaveOutput output;
  private final Deque<String> errors = new ArrayDeque<>();
  private double high = 10;
  private double low = -10;
  private boolean limited;
  private boolean peakToPeak = true;

  /**
   * A generator as it comes, output off.
   *
   * @param amplifierOhms input of the amplifier that is connected
   * @param voltsRms told of the voltage there whenever it changes
   */
  public KeysightGenerator(double amplifierOhms, DoubleConsumer voltsRms) {
    this.output = new WaveOutput(amplifierOhms, voltsRms);
  }

  @Override
  public @Nullable String obey(String line) {
    StringJoiner answers = new StringJoiner(";");
    answers.setEmptyValue("");
    for (String command : line.split(";", -1)) {
      String answer = one(command.strip().toUpperCase(Locale.ROOT).replaceFirst("^:", ""));
      if (answer != null) {
        answers.add(answer);
      }
    }
    return answers.length() == 0 ? null : answers.toString();
  }

  /** Turns the frequency knob at the front panel. */
  public void turnFrequencyTo(double frequencyHertz) {
    output.frequency(frequencyHertz);
  }

  private @Nullable String one(String command) {
    if (command.endsWith("?")) {
      return answer(command);
    }
    String[] words = command.split(" ", 2);
    set(words[0], words.length > 1 ? words[1] : "");
    return null;
  }

  private @Nullable String answer(String query) {
    return switch (query) {
      case "*IDN?" -> IDENTITY;
      case "SYST:ERR?" -> errors.isEmpty() ? "+0,\"No error\"" : errors.poll();
      case "OUTP1:STAT?" -> flag(output.on);
      case "OUTP1:LOAD?" ->
          output.loadOhms == Double.POSITIVE_INFINITY ? "9.9E+37" : number(output.loadOhms);
      case "SOUR1:FUNC?" -> output.sine ? "SIN" : "SQU";
      case "SOUR1:FREQ?" -> number(output.frequencyHertz);
      case "SOUR1:VOLT:UNIT?" -> peakToPeak ? "VPP" : "VRMS";
      case "SOUR1:VOLT?" ->
          number(peakToPeak ? output.shownVpp() : output.shownVpp() / 2 / Math.sqrt(2));
      case "SOUR1:VOLT:OFFS?" -> number(output.offsetDcVolts);
      case "SOUR1:VOLT:LIM:HIGH?" -> number(high);
      case "SOUR1:VOLT:LIM:LOW?" -> number(low);
      case "SOUR1:VOLT:LIM:STAT?" -> flag(limited);
      default -> {
        error("-113,\"Undefined header\"");
        yield null;
      }
    };
  }

  private void set(String header, String value) {
    double number = SiglentGenerator.parse(value);
    switch (header) {
      case "*RST" -> {
        output.reset();
        limited = false;
        peakToPeak = true;
      }
      case "OUTP1:STAT" -> output.switchTo(value.equals("ON") || value.equals("1"));
      case "OUTP1:LOAD" -> output.load(value.equals("INF") ? Double.POSITIVE_INFINITY : number);
      case "SOUR1:FUNC" -> output.sine = value.equals("SIN");
      case "SOUR1:FREQ" -> output.frequency(number);
      case "SOUR1:VOLT:UNIT" -> peakToPeak = value.equals("VPP");
      case "SOUR1:VOLT" -> amplitude(peakToPeak ? number : number * 2 * Math.sqrt(2));
      case "SOUR1:VOLT:OFFS" -> output.offsetDcVolts = number;
      case "SOUR1:VOLT:LIM:HIGH" -> high = number;
      case "SOUR1:VOLT:LIM:LOW" -> low = number;
      case "SOUR1:VOLT:LIM:STAT" -> limited = value.equals("1") || value.equals("ON");
      default -> error("-113,\"Undefined header\"");
    }
    output.ceiling(limited ? 2 * Math.min(high, -low) : WaveOutput.MOST_OPEN_VPP);
  }

  private void amplitude(double vpp) {
    if (!output.amplitude(vpp)) {
      error("-222,\"Data out of range; value clipped to upper limit\"");
    }
  }

  private void error(String text) {
    if (errors.size() == LONGEST_QUEUE) {
      errors.removeLast();
      errors.add("-350,\"Queue overflow\"");
    } else {
      errors.add(text);
    }
  }

  private static String flag(boolean on) {
    return on ? "1" : "0";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%+.6E", value);
  }
}

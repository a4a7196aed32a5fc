package lissauer.simulator.device;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Siglent SDG1032X that a driver needs, on channel 1: settings are silent, what is
 * wrong is passed over without a word, an amplitude above the limit becomes the limit (PG02-E05C,
 * 3.3 and 3.4; the form of the answers is that of replies captured from such instruments).
 */
public final class SiglentGenerator implements TextInstrument {
  /** As it says who it is. */
  public static final String IDENTITY =
      "Siglent Technologies,SDG1032X,SDG1XEMULATED,1.01.01.33R1B5";

  private final WaveOutput output;

  /**
   * A generator as it comes, output off.
   *
   * @param amplifierOhms input of the amplifier that is connected
   * @param voltsRms told of the voltage there whenever it changes
   */
  public SiglentGenerator(double amplifierOhms, DoubleConsumer voltsRms) {
    this.output = new WaveOutput(amplifierOhms, voltsRms);
  }

  @Override
  public @Nullable String obey(String line) {
    String[] words = line.split("[ ,]", -1);
    switch (words[0].toUpperCase(Locale.ROOT)) {
      case "*IDN?" -> {
        return IDENTITY;
      }
      case "*RST" -> output.reset();
      case "C1:BSWV?" -> {
        return wave();
      }
      case "C1:OUTP?" -> {
        return "C1:OUTP %s,LOAD,%s,PLRT,NOR"
            .formatted(output.on ? "ON" : "OFF", load(output.loadOhms));
      }
      case "C1:BSWV" -> waves(words);
      case "C1:OUTP" -> outputs(words);
      default -> {
        // Passed over, as the real one does.
      }
    }
    return null;
  }

  /** Turns the amplitude knob at the front panel. */
  public void turnAmplitudeTo(double peakToPeakVolts) {
    output.amplitude(peakToPeakVolts);
  }

  private String wave() {
    double vpp = output.shownVpp();
    return "C1:BSWV WVTP,%s,FRQ,%sHZ,PERI,%sS,AMP,%sV,AMPVRMS,%sVrms,MAX_OUTPUT_AMP,%sV,OFST,%sV,HLEV,%sV,LLEV,%sV,PHSE,0"
        .formatted(
            output.sine ? "SINE" : "SQUARE",
            number(output.frequencyHertz),
            number(1 / output.frequencyHertz),
            number(vpp),
            number(vpp / 2 / Math.sqrt(2)),
            number(output.ceilingVpp()),
            number(output.offsetDcVolts),
            number(output.offsetDcVolts + vpp / 2),
            number(output.offsetDcVolts - vpp / 2));
  }

  private void waves(String[] words) {
    for (int i = 1; i + 1 < words.length; i += 2) {
      String value = words[i + 1].toUpperCase(Locale.ROOT);
      double number = parse(value);
      switch (words[i].toUpperCase(Locale.ROOT)) {
        case "WVTP" -> output.sine = value.equals("SINE");
        case "FRQ" -> {
          if (number > 0 && number <= 30e6) {
            output.frequency(number);
          }
        }
        case "AMP" -> {
          if (number >= 0.002) {
            output.amplitude(number);
          }
        }
        case "AMPVRMS" -> {
          if (number >= 0.001) {
            output.amplitude(number * 2 * Math.sqrt(2));
          }
        }
        case "MAX_OUTPUT_AMP" -> {
          if (number >= 1 && number <= 20) {
            output.ceiling(number);
          }
        }
        case "OFST" -> output.offsetDcVolts = Double.isNaN(number) ? 0 : number;
        default -> {
          // Passed over.
        }
      }
    }
  }

  private void outputs(String[] words) {
    for (int i = 1; i < words.length; i++) {
      switch (words[i].toUpperCase(Locale.ROOT)) {
        case "ON" -> output.switchTo(true);
        case "OFF" -> output.switchTo(false);
        case "LOAD" -> {
          String value = i + 1 < words.length ? words[++i] : "";
          double ohms = value.equals("HZ") ? Double.POSITIVE_INFINITY : parse(value);
          if (ohms >= 50) {
            output.load(ohms);
          }
        }
        default -> {
          // Passed over.
        }
      }
    }
  }

  private static String load(double ohms) {
    return ohms == Double.POSITIVE_INFINITY ? "HZ" : number(ohms);
  }

  static double parse(String text) {
    return text.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  /** As short as it can be, with four significant digits of a volt and all of a frequency. */
  static String number(double value) {
    String text =
        String.format(Locale.ROOT, value != 0 && Math.abs(value) < 1e-3 ? "%.9f" : "%.4f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }
}

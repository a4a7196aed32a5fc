package lissauer.hal.scpi;

import java.util.Locale;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.scpi.RmsMeter.Measurement;

/**
 * Holds the voltage that the meter shows against what the generator's amplitude and the amplifier's
 * gain should make: a wrong load setting is a factor of 2, RMS taken for peak to peak one of 2.83,
 * and a wrong divider is seen before any heat, on the test signal.
 */
final class PlausibleGain {
  /** Amplifier, divider and scope are each good for a few per cent. */
  private static final double TOLERANCE = 0.3;

  private static final int IN_A_ROW = 3;

  private final Amplifier amplifier;
  private final ImpedanceWindow window;
  private long judgedNanos = Long.MIN_VALUE;
  private int wrong;
  private String message = "";

  PlausibleGain(Amplifier amplifier, ImpedanceWindow window) {
    this.amplifier = amplifier;
    this.window = window;
  }

  /**
   * Whether measurements have been off three times in a row.
   *
   * @param lowest least amplitude that may have been on while it was taken
   */
  boolean implausible(Measurement measured, SineVoltage lowest, SineVoltage highest) {
    double ohms = measured.impedanceOhms();
    boolean loaded = ohms >= window.minimumOhms() && ohms <= window.maximumOhms();
    if (measured.takenNanos() == judgedNanos || !loaded) {
      return wrong >= IN_A_ROW;
    }
    judgedNanos = measured.takenNanos();
    double least = amplifier.electrodeVoltsRms(lowest, ohms) * (1 - TOLERANCE);
    double most = amplifier.electrodeVoltsRms(highest, ohms) * (1 + TOLERANCE);
    boolean right = measured.voltsRms() >= least && measured.voltsRms() <= most;
    wrong = right ? 0 : wrong + 1;
    message =
        String.format(
            Locale.ROOT,
            "the electrode has %.3f Vrms where the amplitude and the amplifier's gain make %.3f to"
                + " %.3f Vrms: check load_ohms, gain_ratio, divider_ratio and shunt_ohms",
            measured.voltsRms(),
            least,
            most);
    return wrong >= IN_A_ROW;
  }

  String message() {
    return message;
  }
}

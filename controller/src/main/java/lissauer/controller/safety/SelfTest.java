package lissauer.controller.safety;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What must be shown before a row may start: the relay obeys both ways, read back from its own
 * contact, the generator puts out nothing through it, and both temperatures are plausible at rest.
 */
public final class SelfTest {
  /** The relay steps, in order. */
  public enum Stage {
    /** After a trip: not driven, and the tip cools until its temperature can be judged. */
    COOLING,
    /** Not driven: must read open. */
    OPEN,
    /** Driven: must read closed. */
    CLOSED,
    /** Let go: must read open again. */
    OPEN_AGAIN
  }

  /** How long the relay may take for one step. */
  private static final double STEP_SECONDS = 0.3;

  /** How long the contact must hold still before a step counts. */
  private static final double SETTLE_SECONDS = 0.1;

  private static final double COOL_LIMIT_SECONDS = 120;
  private static final double COLDEST_CELSIUS = 5;
  private static final double WARMEST_CELSIUS = 45;

  private SelfTest() {}

  /** Whether this stage is shown, {@code stageSeconds} after it began. */
  public static boolean passed(Stage stage, Inputs inputs, double stageSeconds) {
    boolean cool =
        stage != Stage.COOLING || inputs.sample().temperature().tipCelsius() <= WARMEST_CELSIUS;
    return relayAsDriven(stage, inputs) && stageSeconds >= SETTLE_SECONDS && cool;
  }

  /** Why the rig is not fit to heat, or null while nothing speaks against it. */
  public static @Nullable Trip failure(
      Stage stage, Inputs inputs, double stageSeconds, Limits limits) {
    if (!relayAsDriven(stage, inputs) && stageSeconds > STEP_SECONDS) {
      return failed("the relay was %s and its contact reads %s", driven(stage), contact(inputs));
    }
    if (!(inputs.rf().powerWatts() <= limits.offWatts())) {
      return failed("the generator puts out %.3f W while it is off", inputs.rf().powerWatts());
    }
    double tip = inputs.sample().temperature().tipCelsius();
    boolean cooling = stage == Stage.COOLING && stageSeconds <= COOL_LIMIT_SECONDS;
    if (!(tip >= COLDEST_CELSIUS && (tip <= WARMEST_CELSIUS || cooling))) {
      return failed("the tip reads %.1f °C at rest, plausible is 5 to 45 °C", tip);
    }
    double cold = inputs.sample().temperature().coldJunctionCelsius();
    boolean told = !Double.isNaN(cold);
    return told && !(cold >= COLDEST_CELSIUS && cold <= WARMEST_CELSIUS)
        ? failed("the cold junction reads %.1f °C, plausible is 5 to 45 °C", cold)
        : null;
  }

  private static boolean relayAsDriven(Stage stage, Inputs inputs) {
    return inputs.sample().relayClosed() == (stage == Stage.CLOSED);
  }

  private static String driven(Stage stage) {
    return stage == Stage.CLOSED ? "driven closed" : "let go";
  }

  private static String contact(Inputs inputs) {
    return inputs.sample().relayClosed() ? "closed" : "open";
  }

  @FormatMethod
  private static Trip failed(String finding, Object... values) {
    return new RigTrip.SelfTestFailed(String.format(Locale.ROOT, finding, values));
  }
}

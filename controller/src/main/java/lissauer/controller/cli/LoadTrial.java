package lissauer.controller.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import lissauer.controller.commission.StepResult;
import lissauer.controller.commission.StepResult.Verdict;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Program;
import lissauer.controller.plan.Site;
import lissauer.controller.safety.Limits;
import lissauer.controller.safety.SensorTrip;
import lissauer.hal.Electrode;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.RfReading;
import lissauer.hal.Rig;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;

/**
 * A little power into a dummy load, by the very loop, gate, lease and caps of a row, and recorded
 * as one. The only step that energises.
 *
 * <p>Two things are tighter than in a row: the tip must stay at rest, since the power is to go into
 * the resistor (45 °C trips), and it is over after three seconds.
 */
final class LoadTrial implements Progress {
  static final String NAME = "dummy load";
  private static final double MOST_WATTS = 1;
  private static final double HOLD_SECONDS = 3;

  /** A tip at rest is below 45 °C, by the self test: hotter, and it is the tip that is heated. */
  private static final double TIP_CELSIUS = 50;

  /** A resistor warms no tip. */
  private static final double NO_RISE_KELVIN_PER_WATT = 1e-6;

  private static final double POWER_FRACTION = 0.1;
  private static final double LOAD_FRACTION = 0.1;
  private static final int SETTLING_TICKS = 10;

  private final Consumer<String> said;
  private final double watts;
  private final double loadOhms;
  private double sumWatts;
  private double sumVolts;
  private double sumAmps;
  private double sumOhms;
  private int readings;
  private int heating;
  private @Nullable Ending ending;

  /**
   * @param watts into the load
   * @param loadOhms what the resistor is said to have
   * @param said told what a person should know beside the result
   */
  LoadTrial(double watts, double loadOhms, Consumer<String> said) {
    this.said = said;
    this.watts = watts;
    this.loadOhms = loadOhms;
  }

  /** As much as a rig with this electrode may be asked for here. */
  static double mostWatts(Electrode electrode) {
    return Math.min(MOST_WATTS, electrode.caps().absoluteWatts());
  }

  /**
   * What a row would be decided by, with one site, constant power and a tip that must stay cold.
   */
  Protocol protocol(Protocol row) {
    Plan plan =
        new Plan(
            "commission",
            "A little power into a dummy load",
            row.electrode().name(),
            new Program.ConstantPower(watts, HOLD_SECONDS, TIP_CELSIUS),
            List.of(new Site(1, new TipPosition(0, 1))),
            1,
            0,
            TIP_CELSIUS,
            TIP_CELSIUS,
            watts,
            Double.NaN,
            row.plan().doseLimits());
    Limits usual = row.limits();
    Limits limits =
        new Limits(
            Math.min(TIP_CELSIUS, usual.tipCelsius()),
            watts,
            usual.absoluteWatts(),
            Math.min(2 * HOLD_SECONDS, usual.rfOnSeconds()),
            usual.impedance(),
            usual.sampleAgeSeconds(),
            usual.tickGapSeconds(),
            usual.excessFraction(),
            usual.excessReadings(),
            usual.offWatts(),
            usual.offSeconds(),
            usual.leaseSeconds(),
            NO_RISE_KELVIN_PER_WATT,
            usual.dose());
    return new Protocol(plan, row.electrode(), limits, row.ladder(), row.tickNanos());
  }

  /** The same rig, whose stage stands where it stands: nothing has to move for a resistor. */
  static Rig standing(Rig rig) {
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        rig.clock(),
        rig.generator(),
        rig.thermocouple(),
        rig.interlock(),
        rig.relay(),
        rig.footswitch(),
        new Standing(),
        rig.indicator(),
        rig.heartbeat(),
        rig.monitoring(),
        rig.release());
  }

  private static final class Standing implements Positioner {
    private TipPosition wanted = new TipPosition(0, 0);

    @Override
    public void moveTo(TipPosition position) {
      wanted = position;
    }

    @Override
    public PositionReading read() {
      return new PositionReading(wanted.alongMillimetres(), wanted.depthMillimetres(), true);
    }
  }

  @Override
  public void accept(Tick tick) {
    boolean holds = tick.phase() instanceof Phase.Hold && tick.inputs().rf().outputOn();
    heating = holds ? heating + 1 : 0;
    if (heating > SETTLING_TICKS) {
      RfReading rf = tick.inputs().rf();
      sumWatts += rf.powerWatts();
      sumVolts += rf.voltsRms();
      sumAmps += rf.ampsRms();
      sumOhms += rf.impedanceOhms();
      readings++;
    }
  }

  @Override
  public void end(Ending how) {
    ending = how;
  }

  @Override
  public void reported(java.nio.file.Path report, @Nullable String trouble) {
    // There is no report of a resistor.
  }

  @Override
  public void note(String kind, String text) {
    said.accept(text);
  }

  /** What it has shown, once it has ended. */
  StepResult result() {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("commandedWatts", watts);
    measured.put("loadOhms", loadOhms);
    measured.put("readings", readings);
    if (readings > 0) {
      measured.put("powerWatts", rounded(sumWatts / readings));
      measured.put("voltsRms", rounded(sumVolts / readings));
      measured.put("ampsRms", rounded(sumAmps / readings));
      measured.put("impedanceOhms", rounded(sumOhms / readings));
    }
    Ending how = ending;
    if (how != null) {
      measured.put("outputConfirmedOff", how.confirmedOff());
      measured.put("journal", String.valueOf(how.journal().getFileName()));
      measured.put("journalHead", how.head());
    }
    String wrong = wrong();
    return new StepResult(NAME, wrong.isEmpty() ? Verdict.PASSED : Verdict.FAILED, measured, wrong);
  }

  private String wrong() {
    Ending how = ending;
    if (how == null) {
      return "it did not run to its end";
    }
    if (how.last().phase() instanceof Phase.Tripped tripped) {
      return tripped.trip().what()
          + (tripped.trip() instanceof SensorTrip.OverTemperature
              ? ": the power went into the tip; is the resistor in its place?"
              : "");
    }
    if (readings == 0) {
      return "no power was measured";
    }
    double power = sumWatts / readings;
    double ohms = sumOhms / readings;
    if (!(Math.abs(power - watts) <= POWER_FRACTION * watts)) {
      return String.format(
          Locale.ROOT, "%.4f W was commanded and %.4f W measured: check its meters", watts, power);
    }
    return Math.abs(ohms - loadOhms) <= LOAD_FRACTION * loadOhms
        ? ""
        : String.format(
            Locale.ROOT,
            "the load is said to have %.0f Ω and %.0f Ω were measured: check meters, wires, resistor",
            loadOhms,
            ohms);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}

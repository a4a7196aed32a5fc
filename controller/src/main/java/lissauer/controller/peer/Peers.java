package lissauer.controller.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import lissauer.controller.campaign.Contender;
import lissauer.controller.campaign.Controller;
import lissauer.controller.campaign.Heated;
import lissauer.controller.campaign.Task;
import lissauer.controller.campaign.VirtualBench;

/** All peers, each tuned by its own routine on the nominal plant for one task. */
public final class Peers {
  private static final double NOISE_KELVIN = 0.1;

  /** Klipper's default reporting time of a sensor, and the time by which a decision acts later. */
  private static final double KLIPPER_SECONDS = 0.3;

  private final Task task;
  private final DoubleFunction<VirtualBench> nominal;

  private record Peer(String name, Function<Task, Controller> start) implements Contender {
    @Override
    public Controller start(Task task) {
      return start.apply(task);
    }
  }

  private Peers(Task task, DoubleFunction<VirtualBench> nominal) {
    this.task = task;
    this.nominal = nominal;
  }

  /**
   * Tunes them all.
   *
   * @param nominal a fresh nominal plant whose sensor has so much noise, in K
   */
  public static List<Contender> tuned(Task task, DoubleFunction<VirtualBench> nominal) {
    Peers peers = new Peers(task, nominal);
    List<Contender> all = new ArrayList<>();
    all.add(feedForward());
    all.add(peers.optimised());
    all.add(peers.voltage());
    all.add(peers.marlin());
    all.add(peers.klipper());
    all.add(peers.slowKlipper());
    return all;
  }

  /** The robust PI with feed-forward, which has nothing to tune. */
  public static Contender feedForward() {
    return new Peer(
        "PI + feed-forward",
        task -> new FeedForwardPi(FeedForwardPi.Settings.of(task.sensorLagSeconds()), task));
  }

  private Contender optimised() {
    OptimisedPid.Settings settings = OptimisedPid.settings(task, () -> nominal.apply(NOISE_KELVIN));
    return new Peer("optimised PID", settings::controller);
  }

  private Contender voltage() {
    VirtualBench bench = nominal.apply(0);
    double rise = task.setCelsius() - bench.sensedCelsius();
    double ohms = bench.reading().impedanceOhms();
    VoltageTune.Transfer transfer = VoltageTune.transfer(sampled(bench));
    VoltagePi.Gains gains =
        VoltageTune.gains(transfer, new VoltageTune.Loop(rise, period(), ohms, task.limitWatts()));
    return peer(
        "Haemmerich-Webster PI",
        () -> new VoltagePi(gains, task.caps().voltsRms(), task.limitWatts()));
  }

  private Contender marlin() {
    MarlinMpc.Model model =
        MarlinTune.model(sampled(nominal.apply(0)), task.setCelsius(), task.limitWatts());
    return peer("Marlin MPC", () -> new MarlinMpc(model, task.limitWatts()));
  }

  private Contender klipper() {
    KlipperPid.Gains gains = relay(sampled(nominal.apply(0)));
    return peer("Klipper PID", () -> new KlipperPid(gains, task.limitWatts()));
  }

  private Contender slowKlipper() {
    KlipperPid.Gains gains = relay(new Slowed(nominal.apply(0), KLIPPER_SECONDS, KLIPPER_SECONDS));
    return new Peer(
        "Klipper PID, 0.3 s",
        told ->
            new SampledPeer(
                told, new KlipperPid(gains, told.limitWatts()), KLIPPER_SECONDS, KLIPPER_SECONDS));
  }

  private KlipperPid.Gains relay(Heated plant) {
    return RelayTune.klipper(plant, task.setCelsius(), task.limitWatts());
  }

  private Contender peer(String name, java.util.function.Supplier<SampledPeer.Law> law) {
    return new Peer(name, told -> new SampledPeer(told, law.get()));
  }

  /** As often as the task samples. */
  private double period() {
    return Math.max(task.tickSeconds(), task.conversionSeconds());
  }

  private Heated sampled(VirtualBench bench) {
    return new Slowed(bench, period(), 0);
  }
}

package lissauer.simulator;

import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.console.VirtualRig;
import lissauer.hal.console.VirtualRigs;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.Plant;

/** Whole simulated rigs around the tips of campaigns. */
public final class SimulatedRigs implements VirtualRigs {
  private final VirtualTips tips;

  /** Rigs around these tips. */
  public SimulatedRigs(VirtualTips tips) {
    this.tips = tips;
  }

  @Override
  public VirtualRig open(Settings file, Electrode electrode, VirtualTissue tissue) {
    SimulatedBench.Setup setup = SimulatedRigProvider.bench(file, electrode);
    Plant plant = new TipAsPlant(tips.tip(electrode.geometry(), tissue));
    SimulatedBench bench =
        new SimulatedBench(setup, new SimulatedClock(Double.POSITIVE_INFINITY), plant);
    return new VirtualRig(bench.rig(file.name(), electrode.caps()), bench::truth);
  }

  private record TipAsPlant(VirtualTip tip) implements Plant {
    @Override
    public void advance(double seconds, double watts) {
      tip.advance(seconds, watts);
    }

    @Override
    public double tipCelsius() {
      return tip.tipCelsius();
    }

    @Override
    public double impedanceOhms() {
      return tip.impedanceOhms();
    }

    @Override
    public void place(TipPosition from, TipPosition to) {
      tip.place(from, to);
    }
  }
}

package lissauer.controller.peer;

import lissauer.controller.campaign.Heated;

/** A plant that is read and commanded less often, and commanded late. */
final class Slowed implements Heated {
  private final Heated plant;
  private final int periods;
  private final int latePeriods;
  private double lastWatts;

  Slowed(Heated plant, double periodSeconds, double lateSeconds) {
    this.plant = plant;
    this.periods = Math.max(1, (int) Math.round(periodSeconds / plant.periodSeconds()));
    this.latePeriods = (int) Math.round(lateSeconds / plant.periodSeconds());
  }

  @Override
  public double periodSeconds() {
    return periods * plant.periodSeconds();
  }

  @Override
  public double sensedCelsius() {
    return plant.sensedCelsius();
  }

  @Override
  public void pass(double watts) {
    for (int i = 0; i < periods; i++) {
      plant.pass(i < latePeriods ? lastWatts : watts);
    }
    lastWatts = watts;
  }
}

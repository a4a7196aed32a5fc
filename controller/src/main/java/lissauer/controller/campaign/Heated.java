package lissauer.controller.campaign;

/** What a tuning routine sees of a plant: a power goes in, a temperature comes out. */
public interface Heated {
  /** Between two temperatures. */
  double periodSeconds();

  /** What the sensor shows now. */
  double sensedCelsius();

  /** Lets one period pass at this power. */
  void pass(double watts);
}

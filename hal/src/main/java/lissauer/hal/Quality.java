package lissauer.hal;

/** What a thermocouple front end says of its own sample; only {@link #GOOD} may be acted on. */
public enum Quality {
  /** The front end found nothing wrong. */
  GOOD,
  /** Broken wire or unplugged connector (MAX31856 SR bit 0). */
  OPEN_CIRCUIT,
  /** An input over or under the supply rails (MAX31856 SR bit 1). */
  INPUT_VOLTAGE,
  /** Hot junction outside the range of the thermocouple type (MAX31856 SR bit 6). */
  OUT_OF_RANGE,
  /** Cold junction outside its range, so the hot junction cannot be computed (SR bit 7). */
  COLD_JUNCTION,
  /** No conversion has finished yet. */
  NO_DATA
}

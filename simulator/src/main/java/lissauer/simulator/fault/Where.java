package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The places of a rig at which something can be wrong. */
public enum Where {
  /** The link to the generator: commands and replies alike. */
  GENERATOR("", "off stuck garbage delayed"),
  /** The set point on its way to the generator. */
  GENERATOR_COMMAND("watts", "off stuck garbage wrong slow delayed"),
  /** A meter of the generator. */
  GENERATOR_VOLTS("volts_rms", "off stuck garbage wrong slow delayed"),
  /** A meter of the generator. */
  GENERATOR_AMPS("amps_rms", "off stuck garbage wrong slow delayed"),
  /** A meter of the generator. */
  GENERATOR_POWER("watts", "off stuck garbage wrong slow delayed"),
  /** A meter of the generator. */
  GENERATOR_IMPEDANCE("ohms", "off stuck garbage wrong slow delayed"),
  /** Whether its output is on, as the generator says. */
  GENERATOR_OUTPUT("", "off stuck garbage wrong delayed"),
  /** The output stage itself. */
  OUTPUT_STAGE("", "stuck_on stays_on scaled set_by_other lease_ignored"),
  /** Junction, wires and front end, and what the port says of them. */
  THERMOCOUPLE("kelvin", "off stuck garbage wrong slow delayed"),
  /** The input that reads the chain. */
  INTERLOCK("", "off stuck garbage wrong delayed"),
  /** The way of a command to the relay. */
  RELAY_DRIVE("", "off stuck garbage wrong delayed"),
  /** The auxiliary contact, and the input that reads it. */
  RELAY_CONTACT("", "off stuck garbage wrong delayed"),
  /** The relay's main contact. */
  RELAY("", "welded never_closes"),
  /** The input that reads the pedal. */
  FOOTSWITCH("", "off stuck garbage wrong delayed"),
  /** The input that reads the monitoring hold. */
  MONITORING("", "off stuck garbage wrong delayed"),
  /** The way of a command to the positioner, and the move itself. */
  POSITIONER_MOVE("millimetres", "off stuck garbage wrong delayed"),
  /** What the positioner says of the tip's place. */
  POSITIONER_READING("millimetres", "off stuck garbage wrong slow delayed"),
  /** The way of a command to the lamp. */
  INDICATOR("", "off stuck garbage wrong delayed"),
  /** The loop's waking up in time: pauses of the machine, of the scheduler, of memory. */
  CLOCK("", "slow delayed"),
  /** Cable, return electrode, contact with the tissue. */
  CIRCUIT("", "open short withdrawn char");

  private final String unit;
  private final String kinds;

  Where(String unit, String kinds) {
    this.unit = unit;
    this.kinds = kinds;
  }

  /** Its word in a script. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Unit of what is said here, as keys end in it; empty for contacts and whole messages. */
  String unit() {
    return unit;
  }

  /** Words for what can be wrong here, but {@code ok} and {@code intermittent}. */
  List<String> kinds() {
    List<String> all = new ArrayList<>(List.of(kinds.split(" ", -1)));
    if (this == THERMOCOUPLE) {
      all.addAll(lissauer.simulator.sensor.PlannedFault.KINDS);
    }
    return List.copyOf(all);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Where::key).toList();
  }

  static Where of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}

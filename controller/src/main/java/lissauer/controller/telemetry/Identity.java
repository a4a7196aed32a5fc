package lissauer.controller.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import lissauer.controller.loop.Protocol;

/**
 * Who speaks: one rig of one lab, during one start of the service.
 *
 * @param birth new at every start; together with lab, rig and a message's number it names the
 *     message for good
 * @param row name of the run, as of its folder
 * @param started wall clock when the row began
 * @param software version and commit
 * @param configHash SHA-256 over the hashes of all configuration files read
 * @param devices what answered when the rig was opened
 */
public record Identity(
    String lab,
    String rig,
    String birth,
    String row,
    Instant started,
    boolean simulated,
    String software,
    String java,
    String configHash,
    List<String> devices,
    Protocol protocol) {

  private static final Pattern SEGMENT = Pattern.compile("[^A-Za-z0-9_.-]+");

  /** Makes lab, rig and row fit for a topic. */
  public Identity {
    lab = segment(lab);
    rig = segment(rig);
    row = segment(row);
    devices = List.copyOf(devices);
  }

  /** What MQTT topics and Sparkplug names can hold; anything else becomes a hyphen. */
  private static String segment(String name) {
    String plain = SEGMENT.matcher(name).replaceAll("-");
    return plain.isEmpty() ? "-" : plain;
  }
}

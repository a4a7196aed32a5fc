package lissauer.simulator.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lissauer.simulator.device.EmulatedDevice;
import lissauer.simulator.device.WireFault;

/**
 * What shall go wrong on a wire and when: {@code front-end=silent@12+0.5}, seconds of the bench.
 *
 * @param what a {@link WireFault} in small letters, or {@code unplugged}
 */
record Trouble(String device, String what, double fromSeconds, double forSeconds) {
  private static final Pattern FORM =
      Pattern.compile("([^=]+)=([a-z]+)@([0-9]+(?:\\.[0-9]+)?)\\+([0-9]+(?:\\.[0-9]+)?)");
  private static final String UNPLUGGED = "unplugged";

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what it should look like
   */
  static Trouble parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !words().contains(matcher.group(2))) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no misbehaviour; expected DEVICE=WHAT@FROM+FOR in seconds, WHAT one of "
              + String.join(", ", words()));
    }
    return new Trouble(
        matcher.group(1),
        matcher.group(2),
        Double.parseDouble(matcher.group(3)),
        Double.parseDouble(matcher.group(4)));
  }

  private static List<String> words() {
    return Stream.concat(
            Stream.of(WireFault.values())
                .filter(fault -> fault != WireFault.NONE)
                .map(fault -> fault.name().toLowerCase(Locale.ROOT)),
            Stream.of(UNPLUGGED))
        .toList();
  }

  void on(EmulatedDevice target) {
    if (what.equals(UNPLUGGED)) {
      target.unplug(fromSeconds, forSeconds);
    } else {
      target.misbehave(WireFault.valueOf(what.toUpperCase(Locale.ROOT)), fromSeconds, forSeconds);
    }
  }
}

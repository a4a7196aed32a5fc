package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Indicator;
import lissauer.hal.settings.Settings;

/** A lamp that is lit while RF flows, and a buzzer that sounds, if there is one. */
public final class GpioIndicator implements Indicator, AutoCloseable {
  private final List<OutputLine> lines;

  /** Where lamp and buzzer are. */
  public record Setup(GpioPin lamp, Optional<GpioPin> buzzer) {
    /** Reads the section {@code indicator} of a GPIO device. */
    public static Setup from(Settings settings, int chip) {
      return new Setup(
          GpioPin.from(settings, "lamp_gpio", chip),
          GpioPin.ifThere(settings, "buzzer_gpio", chip));
    }
  }

  private GpioIndicator(List<OutputLine> lines) {
    this.lines = lines;
  }

  /**
   * Takes hold of the lines, both off.
   *
   * @throws DeviceException if one is not there or in use
   */
  public static GpioIndicator open(Context pi, Setup setup) throws DeviceException {
    List<OutputLine> lines = new ArrayList<>();
    GpioIndicator indicator = new GpioIndicator(lines);
    try {
      lines.add(OutputLine.open(pi, setup.lamp(), "RF lamp"));
      if (setup.buzzer().isPresent()) {
        lines.add(OutputLine.open(pi, setup.buzzer().get(), "buzzer"));
      }
    } catch (DeviceException e) {
      indicator.close();
      throw e;
    }
    return indicator;
  }

  @Override
  public void showRf(boolean on) throws DeviceException {
    for (OutputLine line : lines) {
      line.set(on);
    }
  }

  @Override
  public void close() {
    lines.forEach(OutputLine::close);
  }
}

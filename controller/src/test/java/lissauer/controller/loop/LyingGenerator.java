package lissauer.controller.loop;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;

/** Obeys, and says something else once it is broken. */
record LyingGenerator(RfGenerator generator, AtomicBoolean broken, UnaryOperator<RfReading> lie)
    implements RfGenerator {
  @Override
  public RfReading exchange(RfCommand command) throws DeviceException {
    RfReading reading = generator.exchange(command);
    return broken.get() ? lie.apply(reading) : reading;
  }

  @Override
  public void close() {
    generator.close();
  }
}

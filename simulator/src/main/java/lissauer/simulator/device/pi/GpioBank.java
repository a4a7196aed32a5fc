package lissauer.simulator.device.pi;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The GPIO lines of one computer and what is soldered to them. */
public final class GpioBank {
  private final Map<Integer, Supplier<Level>> outside = new HashMap<>();
  private final Map<Integer, List<Runnable>> inputs = new HashMap<>();
  private final Map<Integer, Consumer<Boolean>> outputs = new HashMap<>();
  private boolean dead;

  /** What is on a wire. */
  public enum Level {
    /** Ground. */
    LOW,
    /** 3.3 V. */
    HIGH,
    /** Nothing: an open contact or a broken wire. */
    FLOATING
  }

  /** Puts a level on a line from outside, now; an input sees the edge. */
  public void put(int line, Level level) {
    connect(line, () -> level);
  }

  /** Connects a line to something whose level changes by itself. */
  public void connect(int line, Supplier<Level> level) {
    outside.put(line, level);
    inputs.getOrDefault(line, List.of()).forEach(Runnable::run);
  }

  /** Connects something that follows an output. */
  public void onOutput(int line, Consumer<Boolean> high) {
    outputs.put(line, high);
  }

  /** Lets every access fail, as when the chip's driver goes away. */
  public void die() {
    dead = true;
  }

  /** What an input reads. */
  DigitalState read(int line, PullResistance pull) {
    refuseIfDead(line);
    return switch (outside.getOrDefault(line, () -> Level.FLOATING).get()) {
      case LOW -> DigitalState.LOW;
      case HIGH -> DigitalState.HIGH;
      case FLOATING ->
          switch (pull) {
            case PULL_DOWN -> DigitalState.LOW;
            case PULL_UP -> DigitalState.HIGH;
            case OFF -> DigitalState.UNKNOWN;
          };
    };
  }

  void write(int line, boolean high) {
    refuseIfDead(line);
    outputs.getOrDefault(line, _ -> {}).accept(high);
  }

  void watch(int line, Runnable edge) {
    inputs.computeIfAbsent(line, _ -> new ArrayList<>()).add(edge);
  }

  void unwatch(int line) {
    inputs.remove(line);
  }

  private void refuseIfDead(int line) {
    if (dead) {
      throw new IllegalStateException("no answer from GPIO" + line);
    }
  }
}

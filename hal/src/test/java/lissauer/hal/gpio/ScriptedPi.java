package lissauer.hal.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Pi4J whose chip answers what a test says and whose lines are what a test sets. */
final class ScriptedPi {
  final Context context =
      Pi4J.newContextBuilder().add(new Spis(), new Inputs(), new Outputs()).build();
  final List<SpiConfig> opened = new ArrayList<>();
  final Map<Integer, DigitalState> levels = new HashMap<>();
  final Map<Integer, PullResistance> pulls = new HashMap<>();
  final Map<Integer, Long> debounces = new HashMap<>();
  final Map<Integer, DigitalState> outputs = new HashMap<>();
  private final Map<Integer, Input> inputs = new HashMap<>();
  UnaryOperator<byte[]> chip = sent -> new byte[sent.length];
  int moved = -2;
  boolean gone;

  void put(int line, DigitalState level) {
    levels.put(line, level);
    Input input = inputs.get(line);
    if (input != null) {
      input.edge(level);
    }
  }

  private final class Wire extends SpiBase {
    Wire(SpiProvider provider, SpiConfig config) {
      super(provider, config);
    }

    @Override
    public int transfer(byte[] write, int from, byte[] read, int to, int length) {
      if (gone) {
        throw new IllegalStateException("gone");
      }
      byte[] sent = new byte[length];
      System.arraycopy(write, from, sent, 0, length);
      System.arraycopy(chip.apply(sent), 0, read, to, length);
      return moved == -2 ? length : moved;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(byte b) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(byte[] data, int offset, int length) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Spis extends SpiProviderBase {
    Spis() {
      super("scripted-spi");
    }

    @Override
    public Spi create(SpiConfig config) {
      if (gone) {
        throw new IllegalStateException("no such device");
      }
      opened.add(config);
      Spi spi = new Wire(this, config);
      context.registry().add(spi);
      return spi;
    }
  }

  private final class Input extends DigitalInputBase {
    Input(DigitalInputProvider provider, DigitalInputConfig config) {
      super(provider, config);
    }

    @Override
    public DigitalState state() {
      if (gone) {
        throw new IllegalStateException("gone");
      }
      return levels.getOrDefault(config.bcm(), DigitalState.UNKNOWN);
    }

    void edge(DigitalState to) {
      dispatch(new DigitalStateChangeEvent<>(this, to));
    }
  }

  private final class Inputs extends DigitalInputProviderBase {
    Inputs() {
      super("scripted-input");
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
      Input input = new Input(this, config);
      context.registry().add(input);
      inputs.put(config.bcm(), input);
      pulls.put(config.bcm(), config.pull());
      debounces.put(config.bcm(), config.debounce());
      return input;
    }
  }

  private final class Output extends DigitalOutputBase {
    Output(DigitalOutputProvider provider, DigitalOutputConfig config) {
      super(provider, config);
    }

    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
      return super.initialize(context);
    }

    @Override
    public DigitalOutput state(DigitalState state) {
      if (gone) {
        throw new IllegalStateException("gone");
      }
      outputs.put(config.bcm(), state);
      return super.state(state);
    }
  }

  private final class Outputs extends DigitalOutputProviderBase {
    Outputs() {
      super("scripted-output");
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      Output output = new Output(this, config);
      context.registry().add(output);
      return output;
    }
  }
}

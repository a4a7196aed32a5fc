package lissauer.hal.scpi;

import java.util.List;

/** How one family of function generators is told and asked things. */
sealed interface Dialect permits SiglentDialect, KeysightDialect {
  /** Which output is used, for messages. */
  int channel();

  /** Most that the instrument can be held to, and least: outside this there is no ceiling. */
  SineVoltage leastCeiling();

  /** A sine without offset for a load, output off. */
  List<String> prepare(double frequencyHertz, double loadOhms);

  /** Holds the amplitude below this from now on, whoever sets it. */
  List<String> limit(SineVoltage ceiling);

  String amplitude(SineVoltage wanted);

  String output(boolean on);

  /** What to ask for the whole state. */
  List<ScpiQuery> state();

  /**
   * The state from those answers.
   *
   * @throws BadReply if one of them is not what was asked for
   * @throws InstrumentError if the instrument reports an error of its own
   */
  GeneratorState state(List<String> answers) throws BadReply, InstrumentError;

  /** How to ask for the oldest error; empty when the instrument keeps none. */
  List<ScpiQuery> oldestError();

  /** What an instrument has in its error queue. */
  final class InstrumentError extends Exception {
    private static final long serialVersionUID = 1L;

    InstrumentError(String message) {
      super(message);
    }
  }
}

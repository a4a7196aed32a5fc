package lissauer.simulator.device;

import org.jspecify.annotations.Nullable;

/** An instrument that is told and asked things in lines. */
public interface TextInstrument {
  /** Obeys one line; null when there is nothing to answer. */
  @Nullable String obey(String line);
}

package lissauer.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import lissauer.controller.loop.Acknowledgement;

/** Acknowledgements that somebody types: {@code ack} and the name of the trip, a line each. */
final class TypedAcknowledgement {
  static final String WORD = "ack ";

  private TypedAcknowledgement() {}

  /** Reads on a thread of its own, until the input ends. */
  static Acknowledgement from(InputStream input) {
    Acknowledgement acknowledgement = Acknowledgement.awaited();
    Thread.ofPlatform().name("acknowledgements").daemon().start(() -> read(input, acknowledgement));
    return acknowledgement;
  }

  private static void read(InputStream input, Acknowledgement acknowledgement) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(WORD)) {
          acknowledgement.give(line.substring(WORD.length()).strip());
        }
      }
    } catch (IOException e) {
      System.err.println("nothing typed is heard any more: " + e.getMessage());
    }
  }
}

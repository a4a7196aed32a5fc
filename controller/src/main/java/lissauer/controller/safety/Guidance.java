package lissauer.controller.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What helps the person at the bench after a trip, from {@code guidance.properties} beside this
 * class.
 *
 * @param causes likely causes, the likeliest first
 * @param nextStep what to do now
 */
public record Guidance(List<String> causes, String nextStep) {
  private static final Properties TEXTS = load();

  /** Guidance for one kind of trip. */
  public static Guidance of(Trip trip) {
    String name = trip.getClass().getSimpleName();
    return new Guidance(List.of(text(name + ".causes").split(" *\\| *")), text(name + ".next"));
  }

  private static String text(String key) {
    return Objects.requireNonNull(TEXTS.getProperty(key), () -> "guidance.properties lacks " + key);
  }

  private static Properties load() {
    Properties texts = new Properties();
    try (InputStream in = Guidance.class.getResourceAsStream("guidance.properties");
        Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}

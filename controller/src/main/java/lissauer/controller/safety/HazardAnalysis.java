package lissauer.controller.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lissauer.controller.safety.Guidance.Priority;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every hazard with its trips and tests, and what people are told: {@code
 * docs/safety/hazards.yaml}, as it is built in.
 */
public final class HazardAnalysis {
  private final List<Hazard> hazards;
  private final Map<String, Guidance> guidance = new LinkedHashMap<>();

  private HazardAnalysis(Entry file) {
    Entry trips = file.entry("trips");
    for (Object trip : trips.values.keySet()) {
      Entry told = trips.entry(trip);
      guidance.put(
          trip.toString(),
          new Guidance(
              Priority.valueOf(told.text("priority").toUpperCase(Locale.ROOT)),
              told.texts("causes"),
              told.text("next")));
    }
    hazards = file.list("hazards").stream().map(HazardAnalysis::hazard).toList();
  }

  private static final class Shipped {
    static final HazardAnalysis FILE = load();
  }

  /** The one that is built in. */
  public static HazardAnalysis shipped() {
    return Shipped.FILE;
  }

  /** All hazards, in the order of the file. */
  public List<Hazard> hazards() {
    return hazards;
  }

  /** Names of the trips that people are told something about. */
  public List<String> trips() {
    return List.copyOf(guidance.keySet());
  }

  /**
   * What people are told after a trip of this name.
   *
   * @throws NullPointerException if there is no such trip
   */
  public Guidance guidance(String trip) {
    return Objects.requireNonNull(guidance.get(trip), () -> "hazards.yaml lacks trip " + trip);
  }

  static HazardAnalysis load() {
    try (InputStream in = HazardAnalysis.class.getResourceAsStream("hazards.yaml")) {
      Load yaml = new Load(LoadSettings.builder().setLabel("hazards.yaml").build());
      Object file = yaml.loadFromInputStream(Objects.requireNonNull(in, "hazards.yaml"));
      return new HazardAnalysis(Entry.of("hazards.yaml", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Hazard hazard(Entry entry) {
    return new Hazard(
        entry.text("id"),
        entry.text("title"),
        entry.text("cause"),
        entry.text("shows"),
        entry.text("detection"),
        Hazard.Reaction.valueOf(entry.text("reaction")),
        entry.values.get("budget_seconds") instanceof Number n ? n.doubleValue() : Double.NaN,
        Boolean.TRUE.equals(entry.values.get("detectable")),
        entry.texts("trips"),
        entry.textOr("refusal"),
        entry.textOr("fault"),
        entry.texts("tests"));
  }

  /** A section of the file; what is wrong with it is said with its name. */
  private record Entry(String name, Map<?, ?> values) {
    static Entry of(String name, @Nullable Object value) {
      if (value instanceof Map<?, ?> map) {
        return new Entry(name, map);
      }
      throw new IllegalStateException(name + " must be a section");
    }

    Entry entry(Object key) {
      return of(name + "." + key, values.get(key));
    }

    List<Entry> list(String key) {
      return values.get(key) instanceof List<?> list
          ? list.stream().map(value -> of(key, value)).toList()
          : List.of();
    }

    String text(String key) {
      return Objects.requireNonNull(values.get(key), () -> name + " lacks " + key).toString();
    }

    String textOr(String key) {
      Object value = values.get(key);
      return value == null ? "" : value.toString();
    }

    List<String> texts(String key) {
      return values.get(key) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }
  }
}

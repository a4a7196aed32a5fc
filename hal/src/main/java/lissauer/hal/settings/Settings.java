package lissauer.hal.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One section of a settings file, read value by value with the type and range that the reader
 * expects.
 *
 * <p>A value that is missing, of the wrong type or out of range is noted with its place, and the
 * nearest allowed value is returned so that reading goes on and one start reports every problem.
 * Whoever opened the file ends with {@link Problems#throwIfAny}. Which keys exist is known from
 * what was asked: {@link #done} refuses the others.
 */
public final class Settings {
  private final String name;
  private final String prefix;
  private final SettingsValue.Section section;
  private final Problems problems;
  private final boolean quiet;
  private final SettingsLibrary library;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final Map<String, Problem> missing = new HashMap<>();

  /**
   * Wraps the top of a file.
   *
   * @param name the file's name without folder and ending, which is also the name of what it
   *     describes
   */
  public Settings(
      String name, SettingsValue.Section top, Problems problems, SettingsLibrary library) {
    this(name, "", top, problems, false, library);
  }

  /**
   * Stands for a file whose absence or unreadability has been noted already: every value is its
   * default, and nothing more is complained of.
   */
  public static Settings unreadable(Place place, Problems problems, SettingsLibrary library) {
    SettingsValue.Section empty = new SettingsValue.Section(Map.of(), place);
    return new Settings("", "", empty, problems, true, library);
  }

  private Settings(
      String name,
      String prefix,
      SettingsValue.Section section,
      Problems problems,
      boolean quiet,
      SettingsLibrary library) {
    this.name = name;
    this.prefix = prefix;
    this.section = section;
    this.problems = problems;
    this.quiet = quiet;
    this.library = library;
  }

  /** Name of what the file describes; empty when no file could be found. */
  public String name() {
    return name;
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    asked.putIfAbsent(key, "");
    return section.entries().containsKey(key);
  }

  /** Whether the key holds a list. */
  public boolean isList(String key) {
    return section.entries().get(key) instanceof SettingsValue.Items;
  }

  /** Whether the key holds a word or sentence. */
  public boolean isText(String key) {
    return section.entries().get(key) instanceof SettingsValue.Text;
  }

  /** A number that must be there, from {@code least} to {@code most} in the key's unit. */
  public double number(String key, double least, double most) {
    asked.put(key, range(key, least, most));
    return require(key).map(value -> inRange(key, value, least, most)).orElse(least);
  }

  /** As above, with a value for when the key is not there. */
  public double number(String key, double least, double most, double otherwise) {
    return has(key) ? number(key, least, most) : absent(key, range(key, least, most), otherwise);
  }

  /** A whole number that must be there. */
  public long whole(String key, long least, long most) {
    double value = number(key, (double) least, (double) most);
    if (value != Math.rint(value)) {
      problem(key, show(value) + " is not a whole number; allowed " + asked.get(key));
    }
    return (long) value;
  }

  /** As above, with a value for when the key is not there. */
  public long whole(String key, long least, long most, long otherwise) {
    return has(key)
        ? whole(key, least, most)
        : absent(key, range(key, (double) least, (double) most), otherwise);
  }

  /** A list of exactly {@code count} numbers. */
  public double[] numbers(String key, int count, double least, double most) {
    asked.put(key, count + " numbers, each " + range(key, least, most));
    double[] values = new double[count];
    Arrays.fill(values, least);
    require(key)
        .ifPresent(value -> {
          if (value instanceof SettingsValue.Items list && list.items().size() == count) {
            for (int i = 0; i < count; i++) {
              values[i] = inRange(key, list.items().get(i), least, most);
            }
          } else {
            problem(key, "is " + value.described() + "; expected " + asked.get(key));
          }
        });
    return values;
  }

  /** A word or sentence that must be there. */
  public String text(String key) {
    asked.putIfAbsent(key, "");
    return require(key).map(value -> textOf(key, value)).orElse("");
  }

  /** As above, with a value for when the key is not there. */
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** One of a few words; empty when it is none of them. */
  public String choice(String key, List<String> words) {
    String given = text(key);
    if (words.contains(given)) {
      return given;
    }
    if (isText(key)) {
      String known = words.isEmpty() ? "; none is installed" : " of " + String.join(", ", words);
      problem(key, "\"" + given + "\" is none" + known + DidYouMean.hint(given, words));
    }
    return "";
  }

  /** A section that must be there. */
  public Settings section(String key) {
    asked.putIfAbsent(key, "");
    return require(key).map(value -> sectionOf(key, value)).orElseGet(() -> nothing(key));
  }

  /** A list of sections that must be there. */
  public List<Settings> sections(String key) {
    asked.putIfAbsent(key, "a list of sections");
    List<Settings> sections = new ArrayList<>();
    for (SettingsValue item : require(key).map(SettingsValue::each).orElse(List.of())) {
      if (item instanceof SettingsValue.Section inner) {
        String at = prefix + key + "[" + (sections.size() + 1) + "].";
        sections.add(new Settings(name, at, inner, problems, quiet, library));
      } else {
        String what = item.described();
        note(item.place(), key, "has " + what + "; expected sections, each after a dash");
      }
    }
    return List.copyOf(sections);
  }

  /**
   * Follows a name to another file of the same configuration: {@code electrode: drez-spinal} with
   * folder {@code electrodes}.
   */
  public Settings file(String key, String folder) {
    asked.putIfAbsent(key, "");
    Place place = require(key).map(SettingsValue::place).orElse(section.place());
    String wanted = text(key);
    return wanted.isEmpty() ? nothing(key) : library.open(folder, wanted, place, problems);
  }

  /** An empty section for a key that is absent or wrong, in which nothing more is complained of. */
  public Settings nothing(String key) {
    SettingsValue.Section nothing = new SettingsValue.Section(Map.of(), section.place());
    return new Settings("", prefix + key + ".", nothing, problems, true, library);
  }

  /** Notes a contradiction that only the reader can see, at the key's place. */
  public void problem(String key, String message) {
    SettingsValue value = section.entries().get(key);
    Place place = value == null ? section.place() : value.place();
    note(place, key, message);
  }

  /** Whether everything so far, in all files, was right: contradictions are worth looking for. */
  public boolean sound() {
    return problems.isEmpty();
  }

  /** Refuses every key that nobody asked for; a slip of the pen is not also called missing. */
  public void done() {
    section.entries().forEach(this::known);
  }

  private void known(String key, SettingsValue value) {
    if (asked.containsKey(key)) {
      return;
    }
    DidYouMean.nearest(key, asked.keySet()).map(missing::get).ifPresent(problems::remove);
    note(value.place(), key, DidYouMean.unknown(key, asked));
  }

  private double inRange(String key, SettingsValue value, double least, double most) {
    if (!(value instanceof SettingsValue.Numeric number)) {
      String unit = Units.symbol(key);
      String how = unit.isEmpty() ? "" : ", without the unit, in " + unit;
      note(
          value.place(),
          key,
          "is " + value.described() + "; expected a number" + how + ", " + range(key, least, most));
      return least;
    }
    if (Double.isNaN(number.value())) {
      note(
          value.place(),
          key,
          number.text() + " is not a number; allowed " + range(key, least, most));
      return least;
    }
    if (!(number.value() >= least && number.value() <= most)) {
      note(
          value.place(),
          key,
          number.text() + " is out of range; allowed " + range(key, least, most));
      return number.value() > most ? most : least;
    }
    return number.value();
  }

  private String textOf(String key, SettingsValue value) {
    if (value instanceof SettingsValue.Text text) {
      return text.text();
    }
    problem(key, "is " + value.described() + "; expected a text");
    return "";
  }

  private Settings sectionOf(String key, SettingsValue value) {
    if (value instanceof SettingsValue.Section inner) {
      return new Settings(name, prefix + key + ".", inner, problems, quiet, library);
    }
    problem(key, "is " + value.described() + "; expected a section of keys below it");
    return nothing(key);
  }

  private Optional<SettingsValue> require(String key) {
    SettingsValue value = section.entries().get(key);
    if (value == null) {
      String expected = asked.getOrDefault(key, "");
      String hint = expected.isEmpty() ? "" : "; expected " + expected;
      Problem problem = new Problem(section.place(), prefix + key, "is missing" + hint);
      missing.put(key, problem);
      note(problem);
    }
    return Optional.ofNullable(value);
  }

  private <T> T absent(String key, String range, T otherwise) {
    asked.put(key, range);
    return otherwise;
  }

  private void note(Place place, String key, String message) {
    note(new Problem(place, prefix + key, message));
  }

  private void note(Problem problem) {
    if (!quiet) {
      problems.add(problem);
    }
  }

  private static String range(String key, double least, double most) {
    return (show(least) + " to " + show(most) + " " + Units.symbol(key)).strip();
  }

  private static String show(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}

package lissauer.controller.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problem;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.SettingsValue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One YAML 1.2 text as settings with their places. Anchors and aliases work, but not in circles,
 * and a key may stand only once.
 */
final class YamlFile {
  private static final int DEEPEST = 20;
  private static final int MOST_NODES = 10_000;

  private final String source;
  private final Problems problems;
  private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

  /** Ends the reading of a file whose values cannot be told. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Unreadable(Problem problem) {
      this.problem = problem;
    }
  }

  private int nodes;

  private YamlFile(String source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The top section of a text; empty, with the reason noted, when there is none. */
  static SettingsValue.Section parse(String text, String source, Problems problems) {
    return new YamlFile(source, problems).top(text);
  }

  /** One value given on the command line. */
  static SettingsValue word(String text, Place place, Problems problems) {
    try {
      var node = new Compose(LoadSettings.builder().build()).composeString(text);
      if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
        return scalar(scalar, place);
      }
      problems.add(new Problem(place, "", "expected one word or number"));
    } catch (YamlEngineException e) {
      problems.add(new Problem(place, "", "not a YAML value: " + text));
    }
    return new SettingsValue.Empty(place);
  }

  private SettingsValue.Section top(String text) {
    Place start = new Place(source, 1, 1);
    SettingsValue value = new SettingsValue.Empty(start);
    try {
      var root = new Compose(LoadSettings.builder().setLabel(source).build()).composeString(text);
      if (root.isPresent()) {
        value = value(root.get(), "");
      }
    } catch (Unreadable e) {
      problems.add(e.problem);
      return new SettingsValue.Section(Map.of(), start);
    } catch (MarkedYamlEngineException e) {
      Place at = e.getProblemMark().map(this::place).orElse(start);
      problems.add(new Problem(at, "", "not YAML: " + e.getProblem()));
      return new SettingsValue.Section(Map.of(), at);
    } catch (YamlEngineException e) {
      problems.add(new Problem(start, "", "not YAML: " + e.getMessage()));
      return new SettingsValue.Section(Map.of(), start);
    } catch (StackOverflowError e) {
      problems.add(new Problem(start, "", "is nested too deeply"));
      return new SettingsValue.Section(Map.of(), start);
    }
    if (value instanceof SettingsValue.Section section && !section.entries().isEmpty()) {
      return section;
    }
    String found =
        value instanceof SettingsValue.Empty || value instanceof SettingsValue.Section
            ? "the file is empty"
            : value.described();
    problems.add(new Problem(start, "", found + "; expected lines of the form \"key: value\""));
    return new SettingsValue.Section(Map.of(), start);
  }

  private SettingsValue value(Node node, String key) {
    Place place = place(node);
    if (open.size() > DEEPEST || open.put(node, true) != null) {
      throw new Unreadable(new Problem(place, key, "refers to itself, or is nested too deeply"));
    }
    if (++nodes > MOST_NODES) {
      throw new Unreadable(new Problem(place, key, "is one value too many; no file needs that"));
    }
    try {
      return switch (node) {
        case MappingNode mapping -> section(mapping, key, place);
        case SequenceNode sequence -> items(sequence, key, place);
        case ScalarNode scalar -> scalar(scalar, place);
        default -> new SettingsValue.Empty(place);
      };
    } finally {
      open.remove(node);
    }
  }

  private SettingsValue section(MappingNode mapping, String prefix, Place place) {
    Map<String, SettingsValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        problems.add(new Problem(place(tuple.getKeyNode()), prefix, "a key must be one word"));
        continue;
      }
      String key = prefix.isEmpty() ? name.getValue() : prefix + "." + name.getValue();
      SettingsValue earlier = entries.get(name.getValue());
      if (earlier != null) {
        String first = "stands twice; the first is in line " + earlier.place().line();
        problems.add(new Problem(place(name), key, first));
      } else {
        entries.put(name.getValue(), value(tuple.getValueNode(), key));
      }
    }
    return new SettingsValue.Section(entries, place);
  }

  private SettingsValue items(SequenceNode sequence, String key, Place place) {
    List<SettingsValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item, key));
    }
    return new SettingsValue.Items(items, place);
  }

  /** One word or number, as YAML's core rules see it. */
  private static SettingsValue scalar(ScalarNode node, Place place) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      OptionalDouble value = number(text);
      if (value.isPresent()) {
        return new SettingsValue.Numeric(value.getAsDouble(), text, place);
      }
    }
    if (tag.equals(Tag.BOOL)) {
      return new SettingsValue.Flag(Boolean.parseBoolean(text), place);
    }
    return tag.equals(Tag.NULL)
        ? new SettingsValue.Empty(place)
        : new SettingsValue.Text(text, place);
  }

  /** YAML writes {@code .inf} and {@code .nan}; every other float and integer is Java's too. */
  private static OptionalDouble number(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.endsWith(".nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (word.endsWith(".inf")) {
      boolean negative = word.startsWith("-");
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(new Place(source, 1, 1));
  }

  private Place place(Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }
}

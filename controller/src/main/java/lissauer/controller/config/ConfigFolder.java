package lissauer.controller.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lissauer.hal.settings.DidYouMean;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problem;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsLibrary;
import lissauer.hal.settings.SettingsValue;

/**
 * The folder {@code config/}: finds a file by its name and remembers what was read.
 *
 * <p>A name without ending is looked for in the folder; anything else is a path to a file of the
 * user's own.
 */
public final class ConfigFolder implements SettingsLibrary {
  private static final long MOST_BYTES = 1 << 20;
  private static final String ENDING = ".yaml";

  private final Path root;
  private final Map<String, String> hashes = new TreeMap<>();

  /** The folder at this path. */
  public ConfigFolder(Path root) {
    this.root = root;
  }

  /** SHA-256 of each file read so far, by {@code folder/name}. */
  public Map<String, String> hashes() {
    return Map.copyOf(hashes);
  }

  /** Names that {@link #open} finds in a folder, sorted. */
  public List<String> names(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public Settings open(String folder, String name, Place askedAt, Problems problems) {
    return open(folder, name, Map.of(), askedAt, problems);
  }

  /** As above, with values that the command line puts over those of the file. */
  public Settings open(
      String folder, String name, Map<String, String> overrides, Place askedAt, Problems problems) {
    boolean path = name.endsWith(ENDING) || name.contains("/") || name.contains("\\");
    Path file = path ? Path.of(name) : root.resolve(folder).resolve(name + ENDING);
    String plainName = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    if (!Files.exists(file)) {
      List<String> names = names(folder);
      String known = names.isEmpty() ? "" : "; there are: " + String.join(", ", names);
      String hint = path ? "" : DidYouMean.hint(name, names);
      String message = "no file " + file + (hint.isEmpty() ? known : hint);
      problems.add(new Problem(askedAt, "", message));
      return Settings.unreadable(askedAt, problems, this);
    }
    int before = problems.count();
    String text = read(file, folder.isEmpty() ? plainName : folder + "/" + plainName, problems);
    if (problems.count() > before) {
      return Settings.unreadable(askedAt, problems, this);
    }
    SettingsValue.Section top = YamlFile.parse(text, file.toString(), problems);
    if (top.entries().isEmpty()) {
      return Settings.unreadable(askedAt, problems, this);
    }
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      top = Overrides.put(top, override.getKey(), override.getValue(), problems);
    }
    return new Settings(plainName, top, problems, this);
  }

  private String read(Path file, String name, Problems problems) {
    Place place = new Place(file.toString(), 0, 0);
    try {
      if (Files.isDirectory(file)) {
        problems.add(new Problem(place, "", "is a folder; expected a YAML file"));
        return "";
      }
      if (Files.size(file) > MOST_BYTES) {
        problems.add(new Problem(place, "", "is larger than 1 MiB; no settings file needs that"));
        return "";
      }
      byte[] bytes = Files.readAllBytes(file);
      hashes.put(
          name, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(new Problem(place, "", "is not UTF-8 text"));
    } catch (IOException e) {
      problems.add(new Problem(place, "", "cannot be read: " + e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return "";
  }
}

package lissauer.controller.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which software this is, from the build. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "Lissauer " + text(), "Java " + Runtime.version(), "For bench and lab use only."
    };
  }

  /** Version and commit: {@code 0.1.0 (1a2b3c4)}. */
  static String text() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/lissauer/version.properties")) {
      build.load(Objects.requireNonNull(in, "the build left no version.properties"));
    }
    boolean changed = Boolean.parseBoolean(build.getProperty("git.dirty", "false"));
    String commit = build.getProperty("git.commit.id.abbrev", "no commit");
    return build.getProperty("version") + " (" + commit + (changed ? ", changed" : "") + ")";
  }
}

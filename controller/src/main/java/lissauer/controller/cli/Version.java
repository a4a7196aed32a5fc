package lissauer.controller.cli;

import java.io.IOException;
import java.io.InputStream;
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

  /** Version and commit: {@code 0.1.0 (1a2b3c4)}; a build without git knows neither. */
  static String text() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/lissauer/version.properties")) {
      if (in == null) {
        return "of a build without git";
      }
      build.load(in);
    }
    return build.getProperty("git.build.version")
        + " ("
        + build.getProperty("git.commit.id.describe", "no commit")
        + ")";
  }
}

package lissauer.controller.doctor;

import java.util.List;
import lissauer.hal.Finding;

/** The Java that this runs on: rigs need one whose garbage collector has been mended. */
public final class JavaCheck {
  private static final int FEATURE = 25;

  /** JDK-8377811 is mended in 25.0.3. */
  private static final int UPDATE = 3;

  private JavaCheck() {}

  /** Of the running one. */
  public static List<Finding> findings() {
    return List.of(of(Runtime.version()), user());
  }

  static Finding of(Runtime.Version version) {
    boolean mended =
        version.feature() > FEATURE || (version.feature() == FEATURE && version.update() >= UPDATE);
    return Finding.warnUnless(
        mended,
        "java",
        "version",
        version.toString(),
        "25.0.3 or later",
        "install a newer JDK (apt install temurin-25-jdk), or name one by LISSAUER_JAVA_HOME");
  }

  private static Finding user() {
    String user = System.getProperty("user.name");
    List<String> groups = Groups.ofThisProcess();
    return groups.isEmpty()
        ? Finding.unknown("user", "groups", "this system does not tell")
        : Finding.ok(
            "user",
            "groups",
            user + " in " + String.join(", ", groups),
            "those of the ports below: dialout, gpio, spi");
  }
}

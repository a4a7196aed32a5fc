package lissauer.controller.cli;

/** What the process tells the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int INCOMPLETE = 1;
  static final int USAGE = 2;
  static final int DEVICE = 3;

  private ExitCode() {}
}

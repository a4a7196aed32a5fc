package lissauer.controller.commission;

/** The person at the bench, or a signal, has ended the walk-through. */
public final class Aborted extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what ended it. */
  public Aborted(String why) {
    super(why, null, false, false);
  }
}

package lissauer.controller.campaign;

/** A control law in a comparison; used by several threads at once. */
public interface Contender {
  /** For tables. */
  String name();

  /** A fresh controller at the first site. */
  Controller start(Task task);

  /**
   * The controller of the next site of a row, which is warm from the ones before.
   *
   * @param before that of the site before; most laws carry nothing over
   */
  default Controller next(Controller before, Task task) {
    return start(task);
  }
}

package lissauer.hal.stage;

import java.util.Map;

/**
 * What the numbers of GRBL 1.1 mean and what to do, since a person at a bench has no list at hand
 * (GRBL, doc/markdown/interface.md, tables of alarm and error codes).
 */
final class GrblWords {
  private static final String HOME = "; open the rig again, which homes the stage";

  private static final Map<Integer, String> ALARMS =
      Map.of(
          1, "a limit switch was hit, the position is lost; free the stage by hand" + HOME,
          2, "the target lies outside the stage's travel; check zero_millimetres and the plan",
          3, "reset while moving, the position is lost" + HOME,
          4, "the probe input is not in its rest state",
          5, "the probe found nothing",
          6, "homing was interrupted by a reset" + HOME,
          7, "homing was interrupted by the safety door; close it" + HOME,
          8, "homing: the limit switch stays pressed after pulling off; check it, or raise $27",
          9, "homing: no limit switch was found within the travel; check cables and $130 to $132");

  private static final Map<Integer, String> ERRORS =
      Map.of(
          5, "homing is not enabled; set $22=1",
          8, "it must be idle for that",
          9, "it is locked by an alarm" + HOME,
          10, "soft limits need homing; set $22=1",
          13, "its safety door is open",
          15, "the target lies outside the stage's travel",
          22, "no feed rate");

  private GrblWords() {}

  static String alarm(String number) {
    return "alarm " + number + ": " + word(ALARMS, number);
  }

  static String error(String number) {
    return "error " + number + ": " + word(ERRORS, number);
  }

  private static String word(Map<Integer, String> words, String number) {
    boolean known = number.matches("[0-9]{1,3}");
    return known
        ? words.getOrDefault(Integer.parseInt(number), "see GRBL's table of codes")
        : "no code";
  }
}

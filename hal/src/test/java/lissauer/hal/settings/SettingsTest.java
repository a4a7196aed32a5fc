package lissauer.hal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Place PLACE = new Place("bench.yaml", 3, 7);

  private final Problems problems = new Problems();
  private final Map<String, SettingsValue> entries = new LinkedHashMap<>();

  @Test
  void aValueInRangeIsReadWithoutComplaint() {
    entries.put("ramp_seconds", number(5));
    assertThat(settings().number("ramp_seconds", 2, 30)).isEqualTo(5);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aValueOutOfRangeNamesPlaceValueRangeAndUnitAndReadingGoesOnWithTheNearestOne() {
    entries.put("ramp_seconds", number(50));
    assertThat(settings().number("ramp_seconds", 2, 30)).isEqualTo(30);
    assertProblem("bench.yaml:3:7: ramp_seconds: 50.0 is out of range; allowed 2 to 30 s");
  }

  @Test
  void notANumberIsRefused() {
    entries.put("ramp_seconds", number(Double.NaN));
    assertThat(settings().number("ramp_seconds", 2, 30)).isEqualTo(2);
    assertProblem("ramp_seconds: NaN is not a number; allowed 2 to 30 s");
  }

  @Test
  void infinityIsRefused() {
    entries.put("ramp_seconds", number(Double.POSITIVE_INFINITY));
    settings().number("ramp_seconds", 2, 30);
    assertProblem("Infinity is out of range");
  }

  @Test
  void aNumberWithItsUnitWrittenBehindIsRefusedWithTheRemedy() {
    entries.put("ramp_seconds", new SettingsValue.Text("5 s", PLACE));
    settings().number("ramp_seconds", 2, 30);
    assertProblem("is the text \"5 s\"; expected a number, without the unit, in s, 2 to 30 s");
  }

  @Test
  void aMissingValueSaysWhatWasExpected() {
    settings().number("ramp_seconds", 2, 30);
    assertProblem("ramp_seconds: is missing; expected 2 to 30 s");
  }

  @Test
  void aMissingValueWithADefaultIsFine() {
    assertThat(settings().number("ramp_seconds", 2, 30, 5)).isEqualTo(5);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aKeyInAnotherUnitIsToldTheRightOne() {
    entries.put("ramp_milliseconds", number(5000));
    Settings settings = settings();
    settings.number("ramp_seconds", 2, 30, 5);
    settings.done();
    assertProblem(
        "ramp_milliseconds: wrong unit; write \"ramp_seconds\", in s (allowed 2 to 30 s)");
  }

  @Test
  void aMisspeltKeyIsGuessed() {
    entries.put("ramp_secods", number(5));
    Settings settings = settings();
    settings.number("ramp_seconds", 2, 30, 5);
    settings.done();
    assertProblem("unknown key; did you mean \"ramp_seconds\"?");
  }

  @Test
  void aKeyLikeNoOtherListsTheKnownOnes() {
    entries.put("colour", new SettingsValue.Text("red", PLACE));
    Settings settings = settings();
    settings.number("ramp_seconds", 2, 30, 5);
    settings.text("kind", "thermal");
    settings.done();
    assertProblem("colour: unknown key; known here: ramp_seconds, kind");
  }

  @Test
  void aFractionIsNoWholeNumber() {
    entries.put("sites", number(2.5));
    settings().whole("sites", 1, 500);
    assertProblem("sites: 2.5 is not a whole number; allowed 1 to 500");
  }

  @Test
  void aWordThatIsNoChoiceIsGuessed() {
    entries.put("kind", new SettingsValue.Text("termal", PLACE));
    assertThat(settings().choice("kind", List.of("thermal", "pulsed"))).isEmpty();
    assertProblem("\"termal\" is none of thermal, pulsed; did you mean \"thermal\"?");
  }

  @Test
  void aListOfTheWrongLengthIsRefused() {
    entries.put("gains_kelvin", new SettingsValue.Items(List.of(number(1), number(2)), PLACE));
    assertThat(settings().numbers("gains_kelvin", 3, 0, 9)).hasSize(3);
    assertProblem("is a list; expected 3 numbers, each 0 to 9 K");
  }

  @Test
  void aProblemInsideASectionCarriesTheWholeKey() {
    entries.put("row", new SettingsValue.Section(Map.of("sites", number(0)), PLACE));
    settings().section("row").whole("sites", 1, 500);
    assertProblem("row.sites: 0.0 is out of range; allowed 1 to 500");
  }

  @Test
  void aMissingSectionIsReportedOnceAndNotForEachOfItsKeys() {
    Settings row = settings().section("row");
    row.number("spacing_millimetres", 0.5, 5);
    row.done();
    assertThat(problems.count()).isEqualTo(1);
    assertProblem("row: is missing");
  }

  @Test
  void aNameIsFollowedToAnotherFileOfTheConfiguration() {
    entries.put("electrode", new SettingsValue.Text("drez-spinal", PLACE));
    assertThat(settings().file("electrode", "electrodes").name())
        .isEqualTo("electrodes/drez-spinal");
  }

  @Test
  void aNameThatIsMissingOrNoTextLeadsNowhere() {
    assertThat(settings().file("electrode", "electrodes").name()).isEmpty();
    assertProblem("electrode: is missing");
    entries.put("tissue", number(5));
    assertThat(settings().file("tissue", "tissues").name()).isEmpty();
    assertProblem("tissue: is the number 5.0; expected a text");
  }

  @Test
  void aSectionThatIsNoneIsRefused() {
    entries.put("row", new SettingsValue.Empty(PLACE));
    settings().section("row");
    assertProblem("row: is empty; expected a section of keys below it");
  }

  @Test
  void aListIsToldFromAWord() {
    entries.put("one", new SettingsValue.Text("a", PLACE));
    entries.put("two", new SettingsValue.Items(List.of(), PLACE));
    Settings settings = settings();
    assertThat(settings.isText("one")).isTrue();
    assertThat(settings.isList("one")).isFalse();
    assertThat(settings.isList("two")).isTrue();
    settings.problem("two", "is one too many");
    assertThat(settings.sound()).isFalse();
    assertProblem("bench.yaml:3:7: two: is one too many");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    entries.put("ramp_seconds", number(50));
    entries.put("colour", new SettingsValue.Flag(true, PLACE));
    Settings settings = settings();
    settings.number("ramp_seconds", 2, 30);
    settings.text("kind");
    settings.done();
    assertThat(problems.count()).isEqualTo(3);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContainingAll("ramp_seconds", "kind", "colour");
  }

  private Settings settings() {
    return new Settings(
        "bench",
        new SettingsValue.Section(entries, new Place("bench.yaml", 1, 1)),
        problems,
        (folder, name, at, all) ->
            new Settings(folder + "/" + name, new SettingsValue.Section(Map.of(), at), all, null));
  }

  private static SettingsValue.Numeric number(double value) {
    return new SettingsValue.Numeric(value, String.valueOf(value), PLACE);
  }

  private void assertProblem(String expected) {
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected);
  }
}

package lissauer.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every double that crosses a boundary says its unit, and every long that is a time says nanos:
 * components of records, and parameters and results of public methods.
 */
class UnitSuffixTest {
  private static final Pattern UNIT =
      Pattern.compile(
          ".*(seconds|celsius|kelvin|watts|joules|ohms|voltsrms|ampsrms|hertz|millimetres|degrees"
              + "|siemens|siemenspermetre|picofarads|amps|volts|fraction|share|factor|perwatt|pervolt"
              + "|persecond|perkelvin|kelvinsecond|exponent|ratio|celsiusat|minutes)$");
  private static final Pattern TIME = Pattern.compile(".*(time|due|instant|clock|duration|age)$");

  /**
   * Numbers whose unit is a value beside them, or in a key, or that of a law of damage, or that
   * have none, as the amplitudes of the shapes of a reduced model or places in a picture.
   */
  private static final Set<String> UNITLESS =
      Set.of(
          "lissauer.hal.settings.Settings",
          "lissauer.hal.settings.SettingsValue$Numeric",
          "lissauer.hal.console.Figure",
          "lissauer.controller.control.LeastSquares$Fit",
          "lissauer.simulator.Steps",
          "lissauer.simulator.fault.Malfunction$Wrong",
          "lissauer.simulator.fault.Natures$Meter",
          "lissauer.simulator.picture.CellField",
          "lissauer.simulator.picture.Contour",
          "lissauer.controller.record.SiteJson",
          "lissauer.controller.safety.OutputTrip$DoseExceeded", // in the unit of its kind
          "lissauer.controller.bench.ComparisonPicture$Frame",
          "lissauer.controller.campaign.Spread",
          "lissauer.controller.commission.Walk",
          "lissauer.controller.export.Cell", // in the unit of its column
          "lissauer.controller.peer.Search$Point",
          "lissauer.controller.report.Panel$Frame",
          "lissauer.controller.report.RowComparison$Outlier", // in the unit of its figure
          "lissauer.controller.telemetry.Channel",
          "lissauer.simulator.row.Criterion",
          "lissauer.simulator.row.RowDamage",
          "lissauer.simulator.tissue.DamageLaw",
          "lissauer.simulator.tissue.DamageLine",
          "lissauer.simulator.tissue.Extents",
          "lissauer.simulator.tissue.ReducedBasis",
          "lissauer.simulator.tissue.ReducedLesion",
          "lissauer.simulator.tissue.ReducedModel",
          "lissauer.simulator.tissue.RowPlant$Earlier",
          "lissauer.simulator.tissue.RowPlant$Field",
          "lissauer.simulator.tissue.Substances$Heat");

  @Test
  void everyDoubleThatCrossesABoundaryEndsInItsUnit() {
    List<String> found = new ArrayList<>();
    for (Class<?> type : types()) {
      if (type.isRecord()) {
        for (RecordComponent component : type.getRecordComponents()) {
          check(type, component.getName(), component.getType(), found);
        }
      }
      for (Executable executable : boundary(type)) {
        for (Parameter parameter : executable.getParameters()) {
          assertThat(parameter.isNamePresent()).as("compile with -parameters").isTrue();
          check(type, parameter.getName(), parameter.getType(), found);
        }
        if (executable instanceof Method method) {
          check(type, method.getName(), method.getReturnType(), found);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theRuleSeesTheWholeCodeAndKnowsABadNameFromAGoodOne() {
    assertThat(types()).hasSizeGreaterThan(80);
    List<String> found = new ArrayList<>();
    check(Object.class, "power", double.class, found);
    check(Object.class, "powerWatts", double.class, found);
    check(Object.class, "dueTime", long.class, found);
    check(Object.class, "dueNanos", long.class, found);
    assertThat(found).hasSize(2);
  }

  private static void check(Class<?> owner, String name, Class<?> type, List<String> found) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean number = type == double.class || type == float.class || type == double[].class;
    boolean badNumber = number && !UNIT.matcher(lower).matches();
    boolean badTime = type == long.class && TIME.matcher(lower).matches();
    if ((badNumber || badTime) && !UNITLESS.contains(owner.getName())) {
      found.add(owner.getName() + ": " + type.getSimpleName() + " " + name);
    }
  }

  private static List<Executable> boundary(Class<?> type) {
    List<Executable> all = new ArrayList<>(List.of(type.getDeclaredMethods()));
    all.addAll(List.of(type.getDeclaredConstructors()));
    return all.stream()
        .filter(e -> Modifier.isPublic(e.getModifiers()) && Modifier.isPublic(type.getModifiers()))
        .filter(e -> !e.isSynthetic())
        .toList();
  }

  private static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lissauer")) {
      if (!type.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        types.add(type.reflect());
      }
    }
    return types;
  }
}

package lissauer.controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may know whom: every sentence of docs/architecture.md, "Who knows whom". */
@AnalyzeClasses(packages = "lissauer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HAL = "lissauer.hal..";
  private static final String SIMULATOR = "lissauer.simulator..";
  private static final String CARTESIAN = "lissauer.simulator.cartesian..";
  private static final String CONTROLLER = "lissauer.controller..";
  private static final String SAFETY = "lissauer.controller.safety..";
  private static final String CONTROL = "lissauer.controller.control..";
  private static final String PLAN = "lissauer.controller.plan..";
  private static final String LOOP = "lissauer.controller.loop..";
  private static final String RECORD = "lissauer.controller.record..";
  private static final String EXPORT = "lissauer.controller.export..";
  private static final String REPORT = "lissauer.controller.report..";
  private static final String TELEMETRY = "lissauer.controller.telemetry..";
  private static final String BROKER = "lissauer.controller.broker..";
  private static final String CONFIG = "lissauer.controller.config..";
  private static final String CAMPAIGN = "lissauer.controller.campaign..";
  private static final String PEER = "lissauer.controller.peer..";
  private static final String DRILL = "lissauer.controller.drill..";
  private static final String BENCH = "lissauer.controller.bench..";
  private static final String COMMISSION = "lissauer.controller.commission..";
  private static final String DOCTOR = "lissauer.controller.doctor..";
  private static final Set<String> VAGUE =
      Set.of("util", "utils", "common", "impl", "manager", "helper", "helpers", "misc");

  @ArchTest static final ArchRule halKnowsNobody = onlyKnows(HAL, HAL);

  @ArchTest static final ArchRule simulatorKnowsHal = onlyKnows(SIMULATOR, SIMULATOR, HAL);

  @ArchTest
  static final ArchRule theJudgeOfTheFieldModelSharesNothingWithIt =
      onlyKnows(CARTESIAN, CARTESIAN);

  @ArchTest
  static final ArchRule controllerKnowsHalAndNotTheSimulator =
      onlyKnows(CONTROLLER, CONTROLLER, HAL);

  @ArchTest static final ArchRule controlUsesHalOnly = onlyKnows(CONTROL, CONTROL, HAL);

  @ArchTest static final ArchRule safetyUsesHalOnly = onlyKnows(SAFETY, SAFETY, HAL);

  @ArchTest static final ArchRule planUsesSafety = onlyKnows(PLAN, PLAN, SAFETY, HAL);

  @ArchTest
  static final ArchRule loopUsesPlanControlAndSafety =
      onlyKnows(LOOP, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule recordListensToLoop =
      onlyKnows(RECORD, RECORD, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule reportReadsRecords =
      onlyKnows(REPORT, REPORT, RECORD, LOOP, PLAN, SAFETY, HAL);

  @ArchTest static final ArchRule exportReadsRecords = onlyKnows(EXPORT, EXPORT, RECORD);

  @ArchTest
  static final ArchRule telemetryListensToLoopAndReadsResults =
      onlyKnows(TELEMETRY, TELEMETRY, RECORD, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest static final ArchRule theBrokerKnowsNobody = onlyKnows(BROKER, BROKER);

  @ArchTest
  static final ArchRule pahoStaysWithTelemetry = onlyIn("org\\.eclipse\\.paho\\..*", TELEMETRY);

  @ArchTest
  static final ArchRule artemisStaysWithTheBroker =
      onlyIn("(org\\.apache\\.activemq|io\\.netty)\\..*", BROKER);

  @ArchTest
  static final ArchRule configMakesProtocolsAndRunsNothing =
      onlyKnows(CONFIG, CONFIG, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule aCampaignKnowsNoPeer =
      onlyKnows(CAMPAIGN, CAMPAIGN, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule peersShareNothingWithOurOwnLaw = onlyKnows(PEER, PEER, CAMPAIGN, HAL);

  @ArchTest
  static final ArchRule aDrillRunsTheLoopOnRigsThatItIsGiven =
      onlyKnows(DRILL, DRILL, CAMPAIGN, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule benchRunsTheLoopAndCampaigns =
      onlyKnows(BENCH, BENCH, CAMPAIGN, DRILL, TELEMETRY, PEER, LOOP, PLAN, CONTROL, SAFETY, HAL);

  @ArchTest
  static final ArchRule commissionKnowsTheRigOnly = onlyKnows(COMMISSION, COMMISSION, HAL);

  @ArchTest static final ArchRule doctorLooksAtTheComputerOnly = onlyKnows(DOCTOR, DOCTOR, HAL);

  @ArchTest
  static final ArchRule nobodyKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("lissauer.controller.cli..", "lissauer.simulator.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("lissauer.controller.cli..", "lissauer.simulator.cli..");

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      slices().matching("lissauer.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCoreHasNoClockThreadDeviceOrRandomness =
      noClasses()
          .that()
          .resideInAnyPackage(CONTROL, SAFETY, PLAN)
          .or()
          .haveSimpleName("ControlCore")
          .should()
          .dependOnClassesThat(
              named(
                  "java\\.(time|util\\.concurrent)\\..*|java\\.lang\\.Thread|java\\.util\\.Random"))
          .orShould()
          .dependOnClassesThat(
              named(
                  "lissauer\\.hal\\.(Rig|RigClock|RfGenerator|Thermocouple|RfRelay|Positioner"
                      + "|Interlock|Footswitch|Indicator)"));

  @ArchTest
  static final ArchRule onlyTheLoopCommandsTheGenerator =
      noClasses()
          .that()
          .resideInAPackage(CONTROLLER)
          .and()
          .doNotHaveSimpleName("ControlLoop")
          .and()
          .doNotHaveSimpleName("ColdRig") // which only ever says RfCommand.OFF
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("exchange")));

  @ArchTest
  static final ArchRule aColdRigHasNoCommandOfItsOwn =
      noClasses()
          .that()
          .haveSimpleName("ColdRig")
          .should()
          .callConstructor(lissauer.hal.RfCommand.class, double.class, long.class);

  @ArchTest
  static final ArchRule jacksonStaysWithRecordsLogsAndTheCommandLine =
      onlyIn(
          "(tools\\.jackson|com\\.fasterxml)\\..*",
          RECORD,
          TELEMETRY,
          "lissauer.controller.cli..",
          "lissauer.simulator.cli..",
          "lissauer.simulator.device..");

  @ArchTest
  static final ArchRule picocliStaysWithTheCommandLine =
      onlyIn("picocli\\..*", "lissauer.controller.cli..", "lissauer.simulator.cli..");

  @ArchTest
  static final ArchRule pi4jStaysWithWhatHangsOnARaspberryPi =
      onlyIn("com\\.pi4j\\..*", "lissauer.hal.gpio..", "lissauer.simulator.device.pi..");

  @ArchTest
  static final ArchRule yamlStaysWithConfigAndTheHazardAnalysis =
      onlyIn("org\\.snakeyaml\\..*", CONFIG, SAFETY);

  @ArchTest
  static final ArchRule packagesAreNamedForThingsInTheRoom =
      classes()
          .should()
          .resideOutsideOfPackages(VAGUE.stream().map(v -> ".." + v + "..").toArray(String[]::new));

  private static ArchRule onlyKnows(String who, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat(
            named("lissauer\\..*")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(known))));
  }

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(named(library));
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return DescribedPredicate.describe(
        "named " + pattern, type -> compiled.matcher(type.getName()).matches());
  }
}

package lissauer.hal.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.Rig;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabRigProviderTest {
  private static final Electrode ELECTRODE = ElectrodeFixture.small();
  private final Problems problems = new Problems();

  @BeforeEach
  void nothingHappenedYet() {
    PracticeDriver.HAPPENED.clear();
  }

  @Test
  void everyPartGoesToTheDeviceThatTheFileNames() throws DeviceException {
    Rig rig = read(file(Map.of())).open();
    assertThat(rig.devices())
        .containsExactly("practice: practice device", "other: practice device");
    assertThat(rig.simulated()).isTrue();
    assertThat(rig.footswitch().pressed()).isFalse();
    assertThat(PracticeDriver.HAPPENED)
        .containsExactly("practice opened", "other opened", "relay open", "generator 0.0 W");
    rig.close();
    assertThat(PracticeDriver.HAPPENED)
        .endsWith("generator off", "relay open", "other closed", "practice closed");
  }

  @Test
  void aPartThatItsDeviceDoesNotHaveIsNamedAndEverythingIsClosedAgain() {
    UnopenedRig rig = read(file(Map.of("indicator", text("other"))));
    assertThatThrownBy(rig::open)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("\"other\"")
        .hasMessageContaining("indicator:");
    assertThat(PracticeDriver.HAPPENED).endsWith("other closed", "practice closed");
  }

  @Test
  void aDeviceThatDoesNotOpenClosesThoseThatDid() {
    UnopenedRig rig =
        read(
            file(
                Map.of(
                    "other", section(Map.of("driver", text("practice"), "broken", text("yes"))))));
    assertThatThrownBy(rig::open).hasMessage("other is broken");
    assertThat(PracticeDriver.HAPPENED).containsExactly("practice opened", "practice closed");
  }

  @Test
  void anUnknownDriverAMissingPartAndAPortWithoutAFolderAreAllSaidAtOnce() {
    read(
        new SettingsValue.Section(
            Map.of(
                "kind", text("lab"),
                "generator", text("front"),
                "front", section(Map.of("driver", text("practise"))),
                "thermocouple", text("practice"),
                "practice", section(Map.of("serial", text("somewhere")))),
            place()));
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("front.driver: \"practise\" is none of")
        .hasMessageContaining("did you mean \"practice\"")
        .hasMessageContaining("relay: is missing")
        .hasMessageContaining("practice.serial: \"somewhere\" is no path");
  }

  @Test
  void aGeneratorWithoutALeaseIsRefusedUnlessTheRelayHasAHeartbeat() {
    SettingsValue lasting = section(Map.of("lasting", text("yes")));
    read(file(Map.of("practice", lasting)));
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("relay: stays closed when this computer stops")
        .hasMessageContaining("hardware_cap");
  }

  @Test
  void aGeneratorWithoutALeasePassesWithARelayThatHasAHeartbeat() {
    SettingsValue both = section(Map.of("lasting", text("yes"), "heartbeat", text("yes")));
    read(file(Map.of("practice", both)));
    problems.throwIfAny();
  }

  @Test
  void anOperatorNeedsNoSection() throws DeviceException {
    Rig rig = read(file(Map.of("positioner", text("manual")))).open();
    assertThat(rig.devices()).contains("manual: an operator who confirms each site");
    rig.close();
  }

  @Test
  void aPortIsFoundBelowTheLinkUnlessItIsAPath() {
    read(
        file(
            Map.of(
                "link", text("/run/bench"),
                "practice", section(Map.of("serial", text("front"))),
                "other", section(Map.of("driver", text("practice"), "serial", text("/dev/x"))))));
    problems.throwIfAny();
    assertThat(PracticeDriver.PORTS).containsExactly("/run/bench/front", "/dev/x");
  }

  private UnopenedRig read(SettingsValue.Section file) {
    PracticeDriver.PORTS.clear();
    return new LabRigProvider()
        .read(
            new Settings(
                "bench",
                file,
                problems,
                (_, _, _, _) -> {
                  throw new AssertionError("no other file");
                }),
            ELECTRODE);
  }

  private static SettingsValue.Section file(Map<String, SettingsValue> more) {
    Map<String, SettingsValue> all =
        List.of("generator", "thermocouple", "interlock", "relay").stream()
            .collect(Collectors.toMap(part -> part, _ -> text("practice")));
    all.put("kind", text("lab"));
    all.put("positioner", text("other"));
    all.put("practice", section(Map.of()));
    all.put("other", section(Map.of("driver", text("practice"))));
    all.putAll(more);
    return new SettingsValue.Section(all, place());
  }

  private static SettingsValue section(Map<String, SettingsValue> entries) {
    return new SettingsValue.Section(entries, place());
  }

  private static SettingsValue text(String text) {
    return new SettingsValue.Text(text, place());
  }

  private static Place place() {
    return new Place("bench.yaml", 1, 1);
  }
}

package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lissauer.hal.Caps;
import lissauer.hal.Quality;
import org.junit.jupiter.api.Test;

/** The map that a firmware author reads is the map that the driver speaks. */
class DocumentedMapTest {
  private static final Pattern REGISTER =
      Pattern.compile("\\| (\\d+) \\| (\\w+) \\| (u16|u32|s16|bits|ascii 16) \\|.*");
  private static final Pattern FAULT = Pattern.compile("\\| (\\d+) ([a-z_]+) \\|.*output.*");

  private final List<String> lines = page();
  private final Map<String, Integer> address = new LinkedHashMap<>();

  DocumentedMapTest() {
    for (String line : lines) {
      Matcher row = REGISTER.matcher(line);
      if (row.matches()) {
        address.put(row.group(2), Integer.parseInt(row.group(1)));
      }
    }
  }

  @Test
  void registersFollowEachOtherWithoutGapOrOverlapInEachBlock() {
    List<int[]> rows = new ArrayList<>();
    for (String line : lines) {
      Matcher row = REGISTER.matcher(line);
      if (row.matches()) {
        int size =
            switch (row.group(3)) {
              case "u32" -> 2;
              case "ascii 16" -> 8;
              default -> 1;
            };
        rows.add(new int[] {Integer.parseInt(row.group(1)), size});
      }
    }
    Map<Integer, Integer> blocks = new LinkedHashMap<>();
    int next = -1;
    int block = -1;
    for (int[] row : rows) {
      block = row[0] == next ? block : row[0];
      next = row[0] + row[1];
      blocks.put(block, next - block);
    }
    assertThat(blocks)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE,
                FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE,
                FrontEndMap.COMMAND, FrontEndMap.COMMAND_SIZE,
                FrontEndMap.STATUS, FrontEndMap.STATUS_SIZE,
                FrontEndMap.DIAGNOSTICS, FrontEndMap.DIAGNOSTICS_SIZE));
  }

  @Test
  void identityIsWhereThePageSays() throws Exception {
    FrontEndIdentity identity =
        new FrontEndIdentity(
            0x0102, "MODEL", "SERIAL", "3.4.5", 0x8001, new FrontEndCaps(70001, 2, 3, 4, 5), 6, 7);
    Registers block = identity.registers();
    assertThat(block.u16(at("magic"))).isEqualTo(0x4C53);
    assertThat(block.u16(at("map_version"))).isEqualTo(0x0102);
    assertThat(block.ascii(at("model"), 8)).isEqualTo("MODEL");
    assertThat(block.ascii(at("serial_number"), 8)).isEqualTo("SERIAL");
    assertThat(block.u16(at("firmware_major"))).isEqualTo(3);
    assertThat(block.u16(at("firmware_patch"))).isEqualTo(5);
    assertThat(block.u16(at("capabilities"))).isEqualTo(0x8001);
    assertThat(block.u32(at("greatest_power"))).isEqualTo(70001);
    assertThat(block.u16(at("greatest_power"))).as("high word first").isEqualTo(1);
    assertThat(block.u32(at("greatest_voltage"))).isEqualTo(2);
    assertThat(block.u32(at("greatest_current"))).isEqualTo(3);
    assertThat(block.u16(at("greatest_tip"))).isEqualTo(4);
    assertThat(block.u16(at("greatest_rf_time"))).isEqualTo(5);
    assertThat(block.u16(at("longest_lease"))).isEqualTo(6);
    assertThat(block.u16(at("conversion_period"))).isEqualTo(7);
    assertThat(FrontEndIdentity.from("front end", block)).isEqualTo(identity);
  }

  @Test
  void capsAreWhereThePageSaysInItsUnits() {
    FrontEndCaps caps = FrontEndCaps.of(new Caps(0.6, 1, 30, 0.05, 90, 60));
    Registers block =
        caps.to(new Registers(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE), FrontEndMap.CAPS);
    assertThat(block.u32(at("cap_power"))).as("µW").isEqualTo(1_000_000);
    assertThat(block.u32(at("cap_voltage"))).as("mV").isEqualTo(30_000);
    assertThat(block.u32(at("cap_current"))).as("µA").isEqualTo(50_000);
    assertThat(block.s16(at("cap_tip"))).as("1/128 °C").isEqualTo(90 * 128);
    assertThat(block.u16(at("cap_rf_time"))).as("0.1 s").isEqualTo(600);
    assertThat(FrontEndCaps.from(block, FrontEndMap.CAPS)).isEqualTo(caps);
  }

  @Test
  void theCommandIsWhereThePageSays() {
    Registers block = new FrontEndCommand(65535, 5, 250_001, 250).registers();
    assertThat(block.u16(at("sequence"))).isEqualTo(65535);
    assertThat(block.u16(at("control"))).isEqualTo(5);
    assertThat(block.u32(at("set_point"))).isEqualTo(250_001);
    assertThat(block.u16(at("lease"))).isEqualTo(250);
    assertThat(FrontEndCommand.from(block)).isEqualTo(new FrontEndCommand(65535, 5, 250_001, 250));
    assertThat(lines)
        .anyMatch(line -> line.contains("bits | 0 relay, 1 lamp, 2 acknowledge"))
        .anyMatch(line -> line.startsWith("| 2 acknowledge |"));
    assertThat(FrontEndMap.ACKNOWLEDGE).isEqualTo(1 << 2);
  }

  @Test
  void aCommandAsksForTheBitsOfItsControlWord() {
    FrontEndCommand command = new FrontEndCommand(1, FrontEndMap.ACKNOWLEDGE, 0, 250);
    assertThat(command.asks(FrontEndMap.ACKNOWLEDGE)).isTrue();
    assertThat(command.asks(1)).isFalse();
    assertThat(command.asks(0)).isFalse();
  }

  @Test
  void theStatusIsWhereThePageSaysInItsUnits() {
    FrontEndStatus status =
        new FrontEndStatus(
            7,
            0x0123,
            0x0042,
            300_000,
            250,
            0.2995,
            19.5,
            0.0154,
            1266.2,
            -1.5,
            Quality.INPUT_VOLTAGE,
            9,
            12_300_000,
            23.25);
    Registers block = status.registers();
    assertThat(block.u16(at("accepted_sequence"))).isEqualTo(7);
    assertThat(block.u16(at("status"))).isEqualTo(0x0123);
    assertThat(block.u16(at("faults"))).isEqualTo(0x0042);
    assertThat(block.u32(at("accepted_set_point"))).isEqualTo(300_000);
    assertThat(block.u16(at("lease_left"))).isEqualTo(250);
    assertThat(block.u32(at("power"))).isEqualTo(299_500);
    assertThat(block.u32(at("voltage"))).isEqualTo(19_500);
    assertThat(block.u32(at("current"))).isEqualTo(15_400);
    assertThat(block.u32(at("impedance"))).isEqualTo(12_662);
    assertThat(block.s16(at("tip"))).isEqualTo(-192);
    assertThat(block.u16(at("tip_quality"))).isEqualTo(2);
    assertThat(block.u16(at("tip_sample"))).isEqualTo(9);
    assertThat(block.u16(at("tip_age"))).isEqualTo(123);
    assertThat(block.s16(at("cold_junction"))).isEqualTo(23 * 128 + 32);
    assertThat(FrontEndStatus.from(block)).isEqualTo(status);
  }

  @Test
  void whatCannotBeMeasuredIsNoNumber() {
    FrontEndStatus nothing =
        new FrontEndStatus(
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Double.NaN,
            Double.NaN,
            Quality.NO_DATA,
            0,
            6_553_500_000L,
            Double.NaN);
    Registers block = nothing.registers();
    assertThat(block.u32(at("impedance"))).isEqualTo(0xFFFFFFFFL);
    assertThat(block.s16(at("tip"))).isEqualTo(-32768);
    assertThat(block.s16(at("cold_junction"))).isEqualTo(-32768);
    assertThat(FrontEndStatus.from(block)).isEqualTo(nothing);
    block.put16(at("tip_quality"), 77);
    assertThat(FrontEndStatus.from(block).quality()).isNotEqualTo(Quality.GOOD);
  }

  @Test
  void faultsHaveTheirBits() {
    Map<String, Integer> bits = new LinkedHashMap<>();
    int table = lines.indexOf("| fault bit | latched when | reaction |");
    for (String line : lines.subList(table, lines.size())) {
      Matcher row = FAULT.matcher(line);
      if (row.matches()) {
        bits.put(row.group(2), 1 << Integer.parseInt(row.group(1)));
      }
    }
    Map<String, Integer> ours = new LinkedHashMap<>();
    Arrays.stream(FrontEndFault.values())
        .forEach(fault -> ours.put(fault.name().toLowerCase(java.util.Locale.ROOT), fault.bit()));
    assertThat(bits).isEqualTo(ours);
    assertThat(FrontEndFault.describe(FrontEndFault.INTERLOCK.bit() | 0x8000))
        .contains("interlock")
        .contains("8000");
  }

  @Test
  void statusBitsAreInTheOrderOfThePage() {
    int[] bits = {
      FrontEndMap.OUTPUT_ON,
      FrontEndMap.CAPS_WRITTEN,
      FrontEndMap.RELAY_DRIVEN,
      FrontEndMap.CONTACT_CLOSED,
      FrontEndMap.INTERLOCK_CLOSED,
      FrontEndMap.FOOTSWITCH_DOWN,
      FrontEndMap.RETURN_PATH_GOOD,
      FrontEndMap.LIMITED,
      FrontEndMap.LAMP_ON,
      FrontEndMap.SELF_TEST_PASSED,
      FrontEndMap.LEASE_RUNNING
    };
    List<String> words =
        List.of(
            "output stage",
            "caps",
            "relay is driven",
            "contact",
            "interlock",
            "footswitch",
            "return path",
            "cap limits",
            "lamp",
            "self test",
            "lease");
    int table = lines.indexOf("| status bit | |");
    for (int i = 0; i < bits.length; i++) {
      assertThat(bits[i]).isEqualTo(1 << i);
      assertThat(lines.get(table + 2 + i)).startsWith("| " + i + " |").contains(words.get(i));
    }
  }

  private int at(String name) {
    assertThat(address).containsKey(name);
    return address.get(name);
  }

  private static List<String> page() {
    try {
      return Files.readAllLines(Path.of("../docs/devices/front-end.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package lissauer.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.spi.SpiMode;
import java.nio.ByteBuffer;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import org.junit.jupiter.api.Test;

/** The driver against a frame that a test bends. */
class Max31855Test {
  private static final Max31855.Setup SETUP =
      new Max31855.Setup(new SpiAddress(0, 0, 1_000_000), ThermocoupleType.K);
  private static final int AT_37 = (37 * 4) << 18 | 23 << 8;

  private final HandClock clock = new HandClock();
  private final ScriptedPi pi = new ScriptedPi();
  private int frame = AT_37;
  private int transfers;

  Max31855Test() {
    pi.chip = _ -> bytes(frame);
  }

  @Test
  void itIsReadInModeZeroAndClaimsNoTypeThatItCannotKnow() throws DeviceException {
    Max31855 chip = open();
    assertThat(pi.opened.getFirst().mode()).isEqualTo(SpiMode.MODE_0);
    assertThat(chip.read().tipCelsius()).isEqualTo(37);
    assertThat(chip.read().coldJunctionCelsius()).isEqualTo(23);
    assertThat(chip.description()).contains("type K by its part number, not read back");
  }

  @Test
  void theAgeOfASampleIsNeverUnderstated() throws DeviceException {
    Max31855 chip = open();
    clock.pass(0.02);
    long lastOld = clock.now;
    chip.read();
    clock.pass(0.02);
    frame = (38 * 4) << 18 | 23 << 8;
    assertThat(chip.read().sampledNanos()).isEqualTo(lastOld);
    clock.pass(1);
    assertThat(clock.now - chip.read().sampledNanos()).isEqualTo(100_000_000);
  }

  @Test
  void aFaultHasNoTemperature() throws DeviceException {
    Max31855 chip = open();
    frame = AT_37 | 1 << 16 | 1;
    assertThat(chip.read().quality()).isEqualTo(Quality.OPEN_CIRCUIT);
    assertThat(chip.read().tipCelsius()).isNaN();
  }

  @Test
  void everyWayToFailHasItsOwnWords() throws DeviceException {
    Max31855 chip = open();
    fails(chip, 0, "every bit read 0");
    fails(chip, -1, "every bit read 1");
    fails(chip, AT_37 | 1 << 17, "none that this chip can give");
    fails(chip, 0x5AA55AA5, "gave back what was sent");
    pi.chip = _ -> bytes(AT_37 + (++transfers << 18));
    assertThatThrownBy(chip::read).hasMessageContaining("no two readings in a row");
    assertThat(chip.badFrames())
        .containsEntry(BadFrame.SILENT_LOW.what(), 4L)
        .containsEntry(BadFrame.IMPOSSIBLE.what(), 4L)
        .containsEntry(BadFrame.ECHO.what(), 4L)
        .containsEntry(BadFrame.UNSTEADY.what(), 1L);
  }

  @Test
  void aChipThatDoesNotAnswerGivesTheBusBack() throws DeviceException {
    frame = 0;
    assertThatThrownBy(this::open).hasMessageContaining("every bit read 0");
    frame = AT_37;
    assertThat(open().read().tipCelsius()).isEqualTo(37);
  }

  private void fails(Max31855 chip, int answer, String what) throws DeviceException {
    frame = answer;
    assertThatThrownBy(chip::read)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("MAX31855 on /dev/spidev0.0")
        .hasMessageContaining(what);
    frame = AT_37;
    assertThat(chip.read().quality()).isEqualTo(Quality.GOOD);
  }

  private Max31855 open() throws DeviceException {
    return Max31855.open(pi.context, clock, SETUP);
  }

  private static byte[] bytes(int frame) {
    return ByteBuffer.allocate(4).putInt(frame).array();
  }
}

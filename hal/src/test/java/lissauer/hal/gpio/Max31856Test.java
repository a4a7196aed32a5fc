package lissauer.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;

/** The driver against a register file that a test bends. */
class Max31856Test {
  private static final SpiAddress ADDRESS = new SpiAddress(0, 1, 2_000_000);
  private static final Max31856Setup SETUP =
      new Max31856Setup(
          ADDRESS,
          ThermocoupleType.K,
          1,
          60,
          Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
          Optional.empty());
  private static final Max31856Setup WITH_DATA_READY =
      new Max31856Setup(
          ADDRESS,
          ThermocoupleType.K,
          1,
          60,
          Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
          Optional.of(new GpioPin(0, 25)));

  private final HandClock clock = new HandClock();
  private final ScriptedPi pi = new ScriptedPi();
  private final byte[] registers = new byte[16];
  private int transfers;

  Max31856Test() {
    pi.chip = this::answer;
    registers[0x0A] = 23;
    celsius(37);
  }

  @Test
  void itIsSetUpInModeOneReadBackAndOnlyThenLetRun() throws DeviceException {
    Max31856 chip = open();
    assertThat(pi.opened).hasSize(1);
    assertThat(pi.opened.getFirst().mode()).isEqualTo(SpiMode.MODE_1);
    assertThat(pi.opened.getFirst().channel()).isEqualTo(1);
    assertThat(pi.opened.getFirst().baud()).isEqualTo(2_000_000);
    assertThat(registers[0] & 0xFF).as("automatic, open-circuit test, 60 Hz").isEqualTo(0x90);
    assertThat(registers[1]).isEqualTo((byte) 3);
    TemperatureSample sample = chip.read();
    assertThat(sample.tipCelsius()).isEqualTo(37);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(23);
    assertThat(sample.quality()).isEqualTo(Quality.GOOD);
    assertThat(chip.description())
        .isEqualTo("MAX31856 on /dev/spidev0.1, type K read back, 1 sample, 60 Hz rejected");
  }

  @Test
  void openingWaitsForTheFirstConversion() throws DeviceException {
    long before = clock.now;
    open();
    assertThat(clock.now - before).isEqualTo(170_000_000);
  }

  @Test
  void theAgeOfASampleIsNeverUnderstated() throws DeviceException {
    Max31856 chip = open();
    clock.pass(0.02);
    long lastOld = clock.now;
    chip.read();
    clock.pass(0.02);
    celsius(38);
    assertThat(chip.read().sampledNanos()).as("it ended after the read before").isEqualTo(lastOld);
    clock.pass(0.02);
    assertThat(chip.read().sampledNanos()).as("the same conversion").isEqualTo(lastOld);
    clock.pass(1);
    long renewed = chip.read().sampledNanos();
    assertThat(clock.now - renewed).as("it converts at least every 105 ms").isEqualTo(105_000_000);
    clock.pass(0.08);
    assertThat(chip.read().sampledNanos()).as("perhaps still the same").isEqualTo(renewed);
    clock.pass(0.005);
    assertThat(clock.now - chip.read().sampledNanos()).isEqualTo(105_000_000);
  }

  @Test
  void withDataReadyAChipThatStopsGrowsOld() throws DeviceException {
    pi.put(25, DigitalState.LOW);
    Max31856 chip = Max31856.open(pi.context, clock, WITH_DATA_READY);
    assertThat(pi.pulls).containsEntry(25, com.pi4j.io.gpio.digital.PullResistance.PULL_UP);
    pi.put(25, DigitalState.HIGH);
    long last = chip.read().sampledNanos();
    clock.pass(1);
    assertThat(chip.read().sampledNanos()).isEqualTo(last);
    clock.pass(0.5);
    pi.put(25, DigitalState.LOW);
    assertThat(clock.now - chip.read().sampledNanos()).isEqualTo(105_000_000);
  }

  @Test
  void dataReadyThatNeverFallsIsNamed() {
    pi.put(25, DigitalState.HIGH);
    assertThatThrownBy(() -> Max31856.open(pi.context, clock, WITH_DATA_READY))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("DRDY did not fall with the first conversion");
  }

  @Test
  void dataReadyThatStaysLowIsNamed() throws DeviceException {
    pi.put(25, DigitalState.LOW);
    Max31856 chip = Max31856.open(pi.context, clock, WITH_DATA_READY);
    chip.read();
    assertThatThrownBy(chip::read)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("DRDY stays low")
        .hasMessageContaining("data_ready_gpio (GPIO25)");
  }

  @Test
  void oneBadAnswerIsReadAgainAndCounted() throws DeviceException {
    Max31856 chip = open();
    int from = transfers;
    pi.chip = sent -> transfers == from ? all(0xFF) : answer(sent);
    assertThat(chip.read().tipCelsius()).isEqualTo(37);
    assertThat(chip.badFrames()).isEqualTo(Map.of(BadFrame.SILENT_HIGH.what(), 1L));
  }

  @Test
  void aSingleTurnedBitNeverBecomesATemperature() throws DeviceException {
    Max31856 chip = open();
    int from = transfers;
    pi.chip =
        sent -> {
          byte[] answer = answer(sent);
          if (transfers == from + 1) {
            answer[1 + 0x0C] ^= 0x04;
          }
          return answer;
        };
    assertThat(chip.read().tipCelsius()).isEqualTo(37);
  }

  @Test
  void everyWayToFailHasItsOwnWords() throws DeviceException {
    Max31856 chip = open();
    fails(chip, sent -> all(0), "every bit read 0", "3.3 V");
    fails(chip, sent -> all(0xFF), "every bit read 1", "MISO");
    fails(chip, byte[]::clone, "gave back what was sent", "MISO is tied to MOSI");
    fails(chip, sent -> powerOn(), "power-on settings", "supply dipped");
    fails(chip, sent -> with(sent, 1, 0x07), "type K was written, T stands there", "wrong");
    fails(chip, sent -> with(sent, 1, 0x0C), "type K was written, voltage stands there", "wrong");
    fails(chip, sent -> with(sent, 5, 0x11), "do not hold what was written", "spi_chip_select");
    fails(chip, sent -> with(sent, 0x0C, transfers), "no two readings in a row", "twist");
    assertThat(chip.badFrames())
        .containsEntry(BadFrame.SILENT_LOW.what(), 4L)
        .containsEntry(BadFrame.UNSTEADY.what(), 1L);
  }

  @Test
  void aBusThatGoesAwayAndComesBackIsSetUpAgain() throws DeviceException {
    Max31856 chip = open();
    pi.gone = true;
    assertThatThrownBy(chip::read)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("the transfer failed")
        .hasCauseInstanceOf(IllegalStateException.class);
    pi.gone = false;
    Arrays.fill(registers, 0, 10, (byte) 0);
    assertThat(chip.read().quality()).isEqualTo(Quality.NO_DATA);
    clock.pass(0.2);
    assertThat(chip.read().tipCelsius()).isEqualTo(37);
    assertThat(registers[0] & 0xFF).isEqualTo(0x90);
  }

  @Test
  void aShortTransferIsNone() throws DeviceException {
    Max31856 chip = open();
    pi.moved = 0;
    assertThat(chip.read().tipCelsius()).as("Pi4J promises 0").isEqualTo(37);
    pi.moved = 5;
    assertThatThrownBy(chip::read).hasMessageContaining("the transfer failed");
    pi.moved = -1;
    assertThatThrownBy(chip::read).hasMessageContaining("the transfer failed");
  }

  @Test
  void aBusThatIsNotThereSaysWhatToDo() {
    pi.gone = true;
    assertThatThrownBy(this::open)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("cannot open /dev/spidev0.1")
        .hasMessageContaining("raspi-config");
  }

  @Test
  void aChipThatDoesNotAnswerGivesTheBusBack() throws DeviceException {
    pi.chip = sent -> all(0);
    assertThatThrownBy(this::open).hasMessageContaining("every bit read 0");
    pi.chip = this::answer;
    assertThat(open().read().tipCelsius()).isEqualTo(37);
  }

  private Max31856 open() throws DeviceException {
    return Max31856.open(pi.context, clock, SETUP);
  }

  private void fails(
      Max31856 chip, java.util.function.UnaryOperator<byte[]> bent, String what, String remedy)
      throws DeviceException {
    clock.pass(1);
    chip.read();
    clock.pass(1);
    assertThat(chip.read().quality()).isEqualTo(Quality.GOOD);
    pi.chip = sent -> sent[0] < 0 ? answer(sent) : bent.apply(sent);
    assertThatThrownBy(chip::read)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("MAX31856 on /dev/spidev0.1")
        .hasMessageContaining(what)
        .hasMessageContaining(remedy);
    pi.chip = this::answer;
  }

  private byte[] answer(byte[] sent) {
    transfers++;
    byte[] answer = new byte[sent.length];
    for (int i = 1; i < sent.length; i++) {
      int address = (sent[0] & 0x7F) + i - 1;
      if (sent[0] < 0) {
        registers[address] = sent[i];
      }
      answer[i] = registers[address];
    }
    return answer;
  }

  private byte[] with(byte[] sent, int address, int value) {
    byte[] answer = answer(sent);
    answer[1 + address] = (byte) value;
    return answer;
  }

  private byte[] all(int value) {
    transfers++;
    byte[] answer = new byte[17];
    Arrays.fill(answer, (byte) value);
    return answer;
  }

  private static byte[] powerOn() {
    byte[] answer = new byte[17];
    byte[] reset = {0, 3, -1, 0x7F, -64, 0x7F, -1, -128, 0, 0};
    System.arraycopy(reset, 0, answer, 1, 10);
    return answer;
  }

  private void celsius(double celsius) {
    int code = (int) (celsius * 128) << 5;
    registers[0x0C] = (byte) (code >> 16);
    registers[0x0D] = (byte) (code >> 8);
    registers[0x0E] = (byte) code;
  }
}

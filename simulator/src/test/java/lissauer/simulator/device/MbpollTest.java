package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master that others have made, Debian's mbpoll, at the emulated front end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MbpollTest {
  private static final Path MBPOLL = Path.of("/usr/bin/mbpoll");

  @TempDir private Path folder;
  private WiredFrontEnd wired;

  @BeforeEach
  void plugIn() throws IOException {
    assumeTrue(MBPOLL.toFile().canExecute(), "needs Debian's mbpoll");
    wired = new WiredFrontEnd(folder);
  }

  @AfterEach
  void unplug() {
    if (wired != null) {
      wired.close();
    }
  }

  @Test
  void itReadsWhoIsThereAndWhatIsMeasured() throws Exception {
    assertThat(mbpoll("-t", "4:hex", "-r", "0", "-c", "2")).contains("0x4C53", "0x0100");
    assertThat(mbpoll("-t", "4", "-r", "174", "-c", "2")).containsPattern("\\[174\\]: \t473[0-9]");
    assertThat(mbpoll("-t", "4:int", "-B", "-r", "22", "-c", "1")).contains("20000000");
    assertThat(mbpoll("-t", "4", "-r", "192", "-c", "16")).contains("[207]");
  }

  @Test
  void itWritesCapsAndACommandAndReadsThemBack() throws Exception {
    write(64, 15, 16960, 0, 30000, 0, 50000, 11520, 600);
    assertThat(mbpoll("-t", "4:int", "-B", "-r", "64", "-c", "1")).contains("1000000");
    write(128, 1, 1, 0, 0, 250);
    assertThat(mbpoll("-t", "4", "-r", "160", "-c", "1")).contains("[160]: \t1");
  }

  @Test
  void itIsRefusedWhereItMustBe() throws Exception {
    assertThat(mbpoll("-t", "4", "-r", "33", "-c", "1")).contains("Illegal data address");
    assertThat(mbpoll("-t", "4", "-r", "31", "-c", "2")).contains("Illegal data address");
    assertThat(refusedWrite(64, 1)).contains("Illegal function");
    assertThat(mbpoll("-t", "0", "-r", "0", "-c", "1")).contains("Illegal function");
    assertThat(mbpoll("-t", "3", "-r", "0", "-c", "1")).contains("Illegal function");
    assertThat(refusedWrite(64, 0, 1)).contains("Illegal data address");
    assertThat(refusedWrite(0, 1, 1)).contains("Illegal data address");
    assertThat(refusedWrite(128, 1, 1, 0, 1000, 250)).contains("Illegal data value");
    write(64, 15, 16960, 0, 30000, 0, 50000, 11520, 600);
    assertThat(refusedWrite(64, 9999, 16960, 0, 30000, 0, 50000, 11520, 600))
        .contains("Illegal data value");
    assertThat(refusedWrite(128, 1, 0, 0, 1000, 250)).contains("Illegal data value");
    write(128, 1, 1, 0, 0, 0);
    assertThat(refusedWrite(64, 15, 16960, 0, 30000, 0, 50000, 11520, 600)).contains("busy");
    assertThat(wired.tissueWatts()).isZero();
  }

  private void write(int first, int... values) throws Exception {
    assertThat(refusedWrite(first, values)).contains("Written");
  }

  private String refusedWrite(int first, int... values) throws Exception {
    List<String> options = new ArrayList<>(List.of("-t", "4", "-r", String.valueOf(first)));
    List<String> numbers = new ArrayList<>();
    for (int value : values) {
      numbers.add(String.valueOf(value));
    }
    return run(options, numbers);
  }

  private String mbpoll(String... options) throws Exception {
    return run(List.of(options), List.of());
  }

  private String run(List<String> options, List<String> values) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                MBPOLL.toString(),
                "-m",
                "rtu",
                "-a",
                "1",
                "-b",
                "115200",
                "-P",
                "none",
                "-0",
                "-1",
                "-o",
                "5"));
    command.addAll(options);
    command.add(wired.link.toString());
    command.addAll(values);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}

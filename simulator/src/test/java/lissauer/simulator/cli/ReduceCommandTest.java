package lissauer.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import lissauer.hal.settings.ConfigException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReduceCommandTest {
  @TempDir private Path folder;

  @Test
  void anElectrodeThatIsNotThereIsNamedBeforeAnythingIsMade() {
    ReduceCommand command = new ReduceCommand(new FileShelf());
    CommandLine line =
        new CommandLine(command)
            .setExecutionExceptionHandler((exception, _, _) -> {
              throw exception;
            });
    assertThatThrownBy(
            () -> {
              line.parseArgs("--electrode", "drez", "--electrode", "dretz", "--out", "" + folder);
              command.call();
            })
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("dretz");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Tag("slow")
  void makesOneFileForEachShape() throws Exception {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ReduceCommand(new FileShelf()))
            .setOut(new PrintWriter(out))
            .execute("--out", folder.resolve("new").toString());
    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).hasSize(2).allMatch(file -> file.toString().endsWith(".reduced"));
    }
  }
}

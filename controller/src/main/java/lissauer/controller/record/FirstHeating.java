package lissauer.controller.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.loop.Protocol;
import lissauer.controller.safety.Inputs;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What one journal tells of how its first site was heated and cooled: power between the generator's
 * measurements, and the temperature at the end of each, from the neighbouring samples.
 *
 * @param celsius NaN where no good sample is near
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FirstHeating(Protocol protocol, double[] seconds, double[] watts, double[] celsius) {

  /**
   * Reads a journal.
   *
   * @throws IOException if it cannot be read, is no journal, or holds no heating
   */
  public static FirstHeating of(Path journal) throws IOException {
    List<Inputs> seen = new ArrayList<>();
    JournalHeader header;
    try (BufferedReader lines = Files.newBufferedReader(journal)) {
      String first = lines.readLine();
      header = Json.MAPPER.readValue(first == null ? "" : first, JournalHeader.class);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode tick = Json.MAPPER.readTree(line);
        if (tick.has("end") || tick.required("site").intValue() > 1) {
          break;
        }
        if (HEATED.contains(tick.required("phase").stringValue())) {
          seen.add(TickJson.inputs(tick));
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(journal + ": not a Lissauer journal: " + e.getMessage(), e);
    }
    if (seen.stream().noneMatch(inputs -> inputs.rf().powerWatts() > 0)) {
      throw new IOException(journal + ": nothing was heated; record a run of a weak step");
    }
    return of(header.protocol(), seen);
  }

  private static final List<String> HEATED =
      List.of("contact check", "probe", "ramp", "hold", "cool");

  private static FirstHeating of(Protocol protocol, List<Inputs> seen) {
    List<TemperatureSample> samples =
        seen.stream()
            .map(inputs -> inputs.sample().temperature())
            .filter(sample -> sample.quality() == Quality.GOOD)
            .toList();
    int count = seen.size() - 1;
    double[] seconds = new double[count];
    double[] watts = new double[count];
    double[] celsius = new double[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      long end = seen.get(i + 1).rf().measuredNanos();
      seconds[i] = Math.max(0, end - seen.get(i).rf().measuredNanos()) * 1e-9;
      watts[i] = seen.get(i + 1).rf().powerWatts();
      while (at + 1 < samples.size() && samples.get(at + 1).sampledNanos() <= end) {
        at++;
      }
      celsius[i] = between(samples, at, end);
    }
    return new FirstHeating(protocol, seconds, watts, celsius);
  }

  private static double between(List<TemperatureSample> samples, int at, long nanos) {
    if (samples.isEmpty() || samples.get(at).sampledNanos() > nanos) {
      return Double.NaN;
    }
    TemperatureSample before = samples.get(at);
    if (before.sampledNanos() == nanos || at + 1 == samples.size()) {
      return before.sampledNanos() == nanos ? before.tipCelsius() : Double.NaN;
    }
    TemperatureSample after = samples.get(at + 1);
    double share =
        (double) (nanos - before.sampledNanos()) / (after.sampledNanos() - before.sampledNanos());
    return before.tipCelsius() + share * (after.tipCelsius() - before.tipCelsius());
  }
}

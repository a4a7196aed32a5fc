package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lissauer.controller.commission.StepResult;
import lissauer.controller.commission.StepResult.Verdict;
import lissauer.controller.record.ChainedLog;
import lissauer.hal.Rig;

/** {@code commission.jsonl}: who commissioned what and when, and what each step has shown. */
final class CommissionRecord implements AutoCloseable {
  private static final String FORMAT = "lissauer-commission-1";

  private final Path file;
  private final ChainedLog log;
  private final List<StepResult> results = new ArrayList<>();
  private boolean ended;

  /** Begins with who, when and what answered. */
  CommissionRecord(RunFolder folder, Rig rig, String who, String electrode) throws IOException {
    file = folder.path().resolve("commission.jsonl");
    log = new ChainedLog(file);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", FORMAT);
    header.put("simulated", rig.simulated());
    header.put("who", who);
    header.put("startedUtc", folder.started().toString());
    header.put("rig", rig.name());
    header.put("electrode", electrode);
    header.put("devices", rig.devices());
    header.put("software", Version.text());
    header.put("java", Runtime.version().toString());
    log.write(header);
  }

  /** Takes a step down before the next begins. */
  void add(StepResult result) throws IOException {
    results.add(result);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", result.step());
    line.put("verdict", word(result.verdict()));
    line.put("measured", result.measured());
    line.put("note", result.note());
    log.write(line);
  }

  /** Writes how it ended. */
  void end(String how) throws IOException {
    ended = true;
    Map<String, Object> verdicts = new LinkedHashMap<>();
    results.forEach(result -> verdicts.put(result.step(), word(result.verdict())));
    log.end(how, Map.of("verdicts", verdicts));
  }

  /** Whether every step that this bench has was shown. */
  boolean whole() {
    return results.stream()
        .allMatch(
            result -> result.verdict() == Verdict.PASSED || result.verdict() == Verdict.LEFT_OUT);
  }

  boolean ended() {
    return ended;
  }

  Path file() {
    return file;
  }

  String head() {
    return log.head();
  }

  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}

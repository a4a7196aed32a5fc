package lissauer.controller.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lissauer.controller.broker.EmbeddedBroker;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.record.JournalHeader;
import lissauer.controller.record.JournalWriter;
import lissauer.controller.safety.StopSource;
import lissauer.controller.telemetry.BrokerAddress;
import lissauer.controller.telemetry.Counts;
import lissauer.controller.telemetry.Identity;
import lissauer.controller.telemetry.RowEnd;
import lissauer.controller.telemetry.Telemetry;
import lissauer.controller.telemetry.TelemetrySettings;
import org.jspecify.annotations.Nullable;

/** One run's telemetry, and the broker for it where none is named. */
final class Broadcast implements Consumer<Tick> {
  private final Identity who;
  private final TelemetrySettings settings;
  private final LookCommands look;
  private final Telemetry telemetry;
  private final @Nullable EmbeddedBroker own;
  private final Path outbox;
  private final TelemetryNotes ofBroker = new TelemetryNotes();
  private final TelemetryNotes ofOutbox = new TelemetryNotes();
  private boolean announced;

  private Broadcast(
      Identity who,
      TelemetrySettings settings,
      LookCommands look,
      @Nullable EmbeddedBroker own,
      Path outbox,
      StopSwitch stop,
      Acknowledgement acknowledgement) {
    this.who = who;
    this.settings = settings;
    this.look = look;
    this.own = own;
    this.outbox = outbox;
    Telemetry.Controls controls =
        new Telemetry.Controls(() -> stop.press(StopSource.TELEMETRY), acknowledgement::give);
    telemetry = new Telemetry(who, settings, outbox, controls);
  }

  /** Begins; the broker is started or looked for while the row is already under way. */
  static Broadcast start(
      JournalHeader header,
      Optional<TelemetrySettings> section,
      LookCommands look,
      Instant started,
      StopSwitch stop,
      Acknowledgement acknowledgement) {
    try {
      Optional<TelemetrySettings> named = section.filter(TelemetrySettings::named);
      if (named.isPresent()) {
        Identity who = identity(header, named.get().lab(), started);
        Path outbox = Path.of("runs", ".outbox", who.lab(), who.rig());
        return new Broadcast(who, named.get(), look, null, outbox, stop, acknowledgement);
      }
      EmbeddedBroker own = new EmbeddedBroker();
      TelemetrySettings settings =
          section
              .map(all -> all.on(own.port(), own::start))
              .orElseGet(() -> TelemetrySettings.loopback(own.port(), own::start));
      Identity who = identity(header, settings.lab(), started);
      // Nobody waits for the messages of a broker that ends with this run.
      Path outbox = Files.createTempDirectory("lissauer-outbox");
      return new Broadcast(who, settings, look, own, outbox, stop, acknowledgement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Identity identity(JournalHeader header, String lab, Instant started) {
    return new Identity(
        lab,
        header.rig(),
        UUID.randomUUID().toString(),
        header.run(),
        started,
        header.simulated(),
        header.software(),
        header.java(),
        hash(header.files()),
        header.devices(),
        header.protocol());
  }

  /** One hash over those of all configuration files, in the order of their names. */
  private static String hash(Map<String, String> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach((name, hash) ->
              sha.update((name + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void accept(Tick tick) {
    telemetry.accept(tick);
  }

  /** Says when something is wrong for a while, on the thread that shows the row. */
  void tellTrouble(Progress progress) {
    ofBroker.look(telemetry.brokerTrouble(), System.nanoTime(), progress);
    ofOutbox.look(telemetry.outboxTrouble(), System.nanoTime(), progress);
  }

  /**
   * Says once where to look, and warns of what others can read. Of a broker of ours it says so when
   * that has been reached: an address that does not answer yet is no help. May be called often.
   */
  void announce(Progress progress) {
    if (announced || (own != null && telemetry.counts().connections() == 0)) {
      return;
    }
    announced = true;
    String topics =
        settings.sparkplug()
            ? "spBv1.0/" + who.lab() + "/#"
            : "lissauer/v1/" + who.lab() + "/" + who.rig() + "/#";
    BrokerAddress broker = settings.broker();
    progress.note(
        "telemetry",
        "telemetry "
            + broker
            + (settings.sparkplug() ? "" : " · " + look.watch(broker))
            + " · "
            + look.mosquitto(broker, topics));
    if (settings.readableByOthers()) {
      progress.note("telemetry-warning", "telemetry is not encrypted: without_tls is allowed");
    }
  }

  /** Delivers what is left, and says what was not. */
  void end(Ending ending, Progress progress) {
    Throwable trouble = ending.recordTrouble();
    telemetry.ended(
        new RowEnd(
            JournalWriter.endOf(ending.last()),
            ending.last().number() + 1,
            ending.sites(),
            ending.head(),
            ending.confirmedOff(),
            trouble == null ? null : String.valueOf(trouble.getMessage())));
    telemetry.close();
    Counts counts = telemetry.counts();
    // A row at full speed is over before a broker of ours is up, and nobody misses its samples.
    long samples = own == null ? counts.droppedSamples() : 0;
    if (counts.waiting() + counts.lostMessages() + samples > 0) {
      progress.note("telemetry-end", missing(counts));
    }
    if (own != null) {
      close(own);
    }
  }

  private String missing(Counts counts) {
    List<String> parts = new ArrayList<>();
    if (counts.waiting() > 0) {
      String where = own == null ? "wait on disk for the next run" : "went nowhere";
      parts.add(counts.waiting() + " messages " + where);
    }
    if (counts.lostMessages() > 0) {
      parts.add(counts.lostMessages() + " messages lost");
    }
    if (counts.droppedSamples() > 0) {
      parts.add(counts.droppedSamples() + " samples not sent");
    }
    return "telemetry: "
        + String.join(", ", parts)
        + (counts.trouble().isEmpty() ? "" : ": " + counts.trouble());
  }

  /** Beside what follows: the report need not wait for it. */
  private void close(EmbeddedBroker broker) {
    Thread.ofVirtual()
        .start(() -> {
          try (Stream<Path> left = Files.list(outbox)) {
            broker.close();
            left.forEach(path -> path.toFile().delete());
            Files.delete(outbox);
          } catch (IOException e) {
            // It ends with the process, and the folder is one for what nobody keeps.
          }
        });
  }
}

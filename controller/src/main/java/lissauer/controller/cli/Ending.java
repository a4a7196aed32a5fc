package lissauer.controller.cli;

import java.nio.file.Path;
import java.util.List;
import lissauer.controller.loop.Tick;
import lissauer.controller.record.SiteResult;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param confirmedOff whether the output was measured to be off
 * @param recordTrouble why the record is not whole, or null
 */
record Ending(
    Tick last,
    boolean confirmedOff,
    List<SiteResult> sites,
    Path journal,
    @Nullable Throwable recordTrouble) {}

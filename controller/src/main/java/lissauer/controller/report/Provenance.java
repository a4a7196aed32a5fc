package lissauer.controller.report;

import java.util.Map;
import lissauer.controller.record.JournalHeader;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.Verification;

/** What a run was made with, and how to see that its record is what was written. */
final class Provenance {
  private final RecordedRow row;

  Provenance(RecordedRow row) {
    this.row = row;
  }

  String html() {
    StringBuilder page = new StringBuilder();
    JournalHeader header = row.header();
    Verification found = row.verification();
    page.append("<table class=\"wide\"><tbody>");
    entry(page, "record", header.run());
    entry(
        page,
        "hash chain",
        found.damage() == null
            ? "whole, "
                + found.ticks()
                + " ticks"
                + (found.end().isEmpty() ? ", without an end" : "")
            : "DAMAGED: " + found.damage());
    entry(page, "head", found.head());
    if (header.wallClock() != null) {
      entry(page, "wall clock", header.startedUtc() + " at the start, " + header.wallClock());
    }
    entry(page, "rig", header.rig() + (header.simulated() ? " (SIMULATED)" : ""));
    entry(page, "devices", String.join("; ", header.devices()));
    entry(page, "electrode", header.protocol().electrode().name());
    entry(page, "software", "Lissauer " + header.software() + ", Java " + header.java());
    for (Map.Entry<String, String> file : header.files().entrySet()) {
      entry(page, file.getKey(), "SHA-256 " + file.getValue());
    }
    header.overrides().forEach((key, value) -> entry(page, "set by hand", key + " = " + value));
    page.append("</tbody></table>\n<p class=\"note\">");
    if (found.damage() == null) {
      page.append("Whether this page shows what was recorded: <code>lissauer verify FILE --head ")
          .append(found.head())
          .append("</code>. ");
    }
    return page.append("Not a medical device; for bench and lab use only.</p>\n").toString();
  }

  private static void entry(StringBuilder page, String name, String value) {
    page.append("<tr><td class=\"word\">").append(Svg.escaped(name));
    page.append("</td><td class=\"word\"><code>").append(Svg.escaped(value));
    page.append("</code></td></tr>\n");
  }
}

package lissauer.controller.telemetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.controller.record.SiteResult;
import org.jspecify.annotations.Nullable;

/**
 * How a row ended, for its summary.
 *
 * @param how done, tripped or interrupted
 * @param head hash that binds the whole record, 64 hexadecimal digits: kept by others, it betrays
 *     any later change
 * @param confirmedOff whether the output was measured to be off
 * @param recordTrouble why the record is not whole, or null
 */
public record RowEnd(
    String how,
    long ticks,
    List<SiteResult> sites,
    String head,
    boolean confirmedOff,
    @Nullable String recordTrouble) {

  /** Keeps its own copy of the sites. */
  public RowEnd {
    sites = List.copyOf(sites);
  }

  Map<String, @Nullable Object> json(Identity who) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("plan", who.protocol().plan().name());
    json.put("software", who.software());
    json.put("config_hash", who.configHash());
    json.put("ended", how);
    json.put("ticks", ticks);
    json.put("planned_sites", who.protocol().plan().sites().size());
    json.put("sites", sites.stream().map(RowTeller::site).toList());
    json.put("output_confirmed_off", confirmedOff);
    json.put("record_head", head);
    json.put("record_trouble", recordTrouble);
    return json;
  }
}

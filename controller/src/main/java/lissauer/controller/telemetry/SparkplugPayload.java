package lissauer.controller.telemetry;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sparkplug B payload: the part of {@code sparkplug_b.proto} (Sparkplug 3.0, 6.4) that an edge
 * node without templates and data sets needs.
 */
final class SparkplugPayload {
  private static final int TIMESTAMP = 1;
  private static final int METRICS = 2;
  private static final int SEQ = 3;
  private static final int NAME = 1;
  private static final int METRIC_TIMESTAMP = 3;
  private static final int DATATYPE = 4;
  private static final int IS_HISTORICAL = 5;
  private static final int IS_NULL = 7;
  private static final int PROPERTIES = 9;
  private static final int LONG = 11;
  private static final int DOUBLE = 13;
  private static final int BOOLEAN = 14;
  private static final int STRING = 15;
  private static final int PROPERTY_KEYS = 1;
  private static final int PROPERTY_VALUES = 2;
  private static final int PROPERTY_TYPE = 1;
  private static final int PROPERTY_STRING = 8;
  private static final int STRING_TYPE = 12;

  private SparkplugPayload() {}

  /** What a metric holds, with its number in the specification. */
  enum MetricType {
    INT64(4),
    DOUBLE(10),
    BOOLEAN(11),
    STRING(12);

    private final int code;

    MetricType(int code) {
      this.code = code;
    }
  }

  /**
   * One value.
   *
   * @param value {@link Long}, {@link Double}, {@link Boolean}, {@link String}, or null
   * @param unit UCUM code for the property {@code engUnit}; empty for none
   * @param historical whether it is late, and not what holds now
   */
  record Metric(
      String name,
      MetricType type,
      @Nullable Object value,
      long utcMillis,
      String unit,
      boolean historical) {}

  /**
   * Encodes.
   *
   * @param seq 0 to 255, or -1 for a death, which has none
   * @param births whether types are told, which only births do
   */
  static byte[] of(long utcMillis, long seq, boolean births, List<Metric> metrics) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt64(TIMESTAMP, utcMillis);
      for (Metric metric : metrics) {
        out.writeByteArray(METRICS, metric(metric, births));
      }
      if (seq >= 0) {
        out.writeUInt64(SEQ, seq);
      }
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] metric(Metric metric, boolean births) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(NAME, metric.name());
    out.writeUInt64(METRIC_TIMESTAMP, metric.utcMillis());
    if (births) {
      out.writeUInt32(DATATYPE, metric.type().code);
    }
    if (metric.historical()) {
      out.writeBool(IS_HISTORICAL, true);
    }
    if (metric.value() == null) {
      out.writeBool(IS_NULL, true);
    }
    if (births && !metric.unit().isEmpty()) {
      out.writeByteArray(PROPERTIES, unit(metric.unit()));
    }
    switch (metric.value()) {
      case Long number -> out.writeUInt64(LONG, number);
      case Double number -> out.writeDouble(DOUBLE, number);
      case Boolean flag -> out.writeBool(BOOLEAN, flag);
      case String text -> out.writeString(STRING, text);
      case null -> {}
      default -> throw new IllegalArgumentException("no metric can hold " + metric.value());
    }
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] unit(String unit) throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    CodedOutputStream inner = CodedOutputStream.newInstance(value);
    inner.writeUInt32(PROPERTY_TYPE, STRING_TYPE);
    inner.writeString(PROPERTY_STRING, unit);
    inner.flush();
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(set);
    out.writeString(PROPERTY_KEYS, "engUnit");
    out.writeByteArray(PROPERTY_VALUES, value.toByteArray());
    out.flush();
    return set.toByteArray();
  }

  /** A command's metric: what it writes to, and whether it writes true. */
  record Order(String name, boolean isTrue) {}

  /**
   * The metrics of a command.
   *
   * @throws IOException if it is no Sparkplug payload
   */
  static List<Order> orders(byte[] payload) throws IOException {
    List<Order> orders = new ArrayList<>();
    CodedInputStream in = CodedInputStream.newInstance(payload);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == METRICS
          && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        orders.add(order(in.readByteArray()));
      } else {
        boolean _ = in.skipField(tag);
      }
    }
    return orders;
  }

  private static Order order(byte[] metric) throws IOException {
    String name = "";
    boolean isTrue = false;
    CodedInputStream in = CodedInputStream.newInstance(metric);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case NAME << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> name = in.readStringRequireUtf8();
        case BOOLEAN << 3 | WireFormat.WIRETYPE_VARINT -> isTrue = in.readBool();
        default -> {
          boolean _ = in.skipField(tag);
        }
      }
    }
    return new Order(name, isTrue);
  }
}

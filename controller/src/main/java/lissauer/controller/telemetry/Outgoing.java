package lissauer.controller.telemetry;

/** One MQTT message to be published. Nobody changes its bytes, and nobody compares two. */
@SuppressWarnings("ArrayRecordComponent")
record Outgoing(String topic, byte[] payload, int qos, boolean retained) {}

package lissauer.controller.telemetry;

/** One topic that is listened to. */
record Subscription(String topic, int qos) {}

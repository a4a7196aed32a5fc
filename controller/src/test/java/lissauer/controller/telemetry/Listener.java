package lissauer.controller.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody else at the broker, with a session that the broker keeps, who notes whatever comes and
 * comes back when the broker does.
 */
final class Listener implements AutoCloseable {
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final String name;
  private final String url;
  private final String topics;
  private final Thread thread;
  private volatile MqttAsyncClient client;
  private volatile boolean closed;

  @SuppressWarnings("ArrayRecordComponent")
  record Heard(String topic, byte[] payload, boolean retained) {
    JsonNode json() {
      return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }

    String last() {
      return topic.substring(topic.lastIndexOf('/') + 1);
    }
  }

  Listener(int port, String topics) {
    this.url = "tcp://127.0.0.1:" + port;
    this.name = "listener-" + Integer.toHexString(topics.hashCode());
    this.topics = topics;
    thread = Thread.ofPlatform().daemon().start(this::keepConnected);
    TelemetryFixture.until("listener connected", this::connected);
  }

  boolean connected() {
    MqttAsyncClient now = client;
    return now != null && now.isConnected();
  }

  List<Heard> on(String last) {
    return heard.stream().filter(h -> h.last().equals(last)).toList();
  }

  /** Publishes as somebody else. */
  void say(String topic, byte[] payload, boolean retained) throws MqttException {
    client.publish(topic, payload, 1, retained).waitForCompletion(10_000);
  }

  private void keepConnected() {
    while (!closed) {
      try {
        if (!connected()) {
          connect();
        }
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (MqttException e) {
        // The broker is away.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void connect() throws MqttException {
    MqttAsyncClient next = new MqttAsyncClient(url, name, new MemoryPersistence());
    next.setCallback(
        new MqttCallback() {
          @Override
          public void connectionLost(Throwable cause) {}

          @Override
          public void messageArrived(String topic, MqttMessage message) {
            heard.add(new Heard(topic, message.getPayload(), message.isRetained()));
          }

          @Override
          public void deliveryComplete(IMqttDeliveryToken token) {}
        });
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(false);
    options.setConnectionTimeout(20);
    options.setMaxInflight(1000);
    try {
      next.connect(options).waitForCompletion(20_000);
      next.subscribe(topics, 1).waitForCompletion(20_000);
      client = next;
    } catch (MqttException e) {
      try {
        next.disconnectForcibly(0, 100, false);
      } catch (MqttException also) {
        // It was not connected.
      }
      next.close(true);
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(5000);
      client.disconnectForcibly(0, 500);
      client.close(true);
    } catch (InterruptedException | MqttException e) {
      throw new AssertionError(e);
    }
  }
}

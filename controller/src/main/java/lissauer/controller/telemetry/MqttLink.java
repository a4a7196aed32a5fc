package lissauer.controller.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one broker, with MQTT 3.1.1, used once: Paho's own reconnecting and storing are
 * left alone, since they have dead-locked and lost (docs/decisions).
 *
 * <p>Every wait is bounded. A connection that hangs is left to a thread of its own.
 */
final class MqttLink implements AutoCloseable {
  private static final int CONNECT_SECONDS = 5;
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int MOST_IN_FLIGHT = 64;
  private static final long REPLY_MILLIS = 5000;

  /** Instead of a quality of service (MQTT 3.1.1, 3.9.3). */
  private static final int REFUSED = 0x80;

  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final MqttAsyncClient client;
  private final Semaphore wake;
  private volatile boolean lost;

  /** What comes in, told on the client's thread. */
  interface Receiver {
    void received(String topic, byte[] payload, boolean retained);
  }

  /** Something on its way; {@code done} once the broker has it, or the network for QoS 0. */
  interface Delivery {
    /** Whether it has arrived. */
    boolean done();

    /** Whether it failed. */
    boolean failed();
  }

  private MqttLink(MqttAsyncClient client, Semaphore wake) {
    this.client = client;
    this.wake = wake;
  }

  /**
   * Connects.
   *
   * @param client how we are known to the broker, which drops an older connection of the same name
   * @param wake gets a permit whenever something arrived or came in
   * @throws LinkException when there is no broker, or it refuses
   */
  static MqttLink open(
      BrokerAddress broker,
      Login login,
      String client,
      @Nullable Outgoing will,
      Receiver receiver,
      Semaphore wake)
      throws LinkException {
    try {
      MqttLink link =
          new MqttLink(new MqttAsyncClient(broker.paho(), client, new MemoryPersistence()), wake);
      link.client.setCallback(link.callback(receiver));
      try {
        link.client.connect(options(broker, login, will)).waitForCompletion(REPLY_MILLIS + 1000);
      } catch (MqttException e) {
        link.abandon();
        throw e;
      }
      return link;
    } catch (MqttException e) {
      throw new LinkException(broker + ": " + said(e), e);
    }
  }

  private static MqttConnectOptions options(
      BrokerAddress broker, Login login, @Nullable Outgoing will) {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(MOST_IN_FLIGHT);
    if (will != null) {
      options.setWill(will.topic(), will.payload(), will.qos(), will.retained());
    }
    if (!login.user().isEmpty()) {
      options.setUserName(login.user());
      options.setPassword(login.password().toCharArray());
    }
    SSLSocketFactory tls = login.tls();
    if (broker.tls() && tls != null) {
      options.setSocketFactory(tls);
      options.setHttpsHostnameVerificationEnabled(true);
    }
    return options;
  }

  private MqttCallback callback(Receiver receiver) {
    return new MqttCallback() {
      @Override
      public void connectionLost(@Nullable Throwable cause) {
        lost = true;
        wake.release();
      }

      @Override
      public void messageArrived(String topic, MqttMessage message) {
        receiver.received(topic, message.getPayload(), message.isRetained());
        wake.release();
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {}
    };
  }

  /**
   * Listens to these topics before it returns.
   *
   * @return those that the broker does not let us listen to
   */
  List<String> subscribe(List<Subscription> topics) throws LinkException {
    if (topics.isEmpty()) {
      return List.of();
    }
    String[] names = topics.stream().map(Subscription::topic).toArray(String[]::new);
    int[] qos = topics.stream().mapToInt(Subscription::qos).toArray();
    try {
      IMqttToken reply = client.subscribe(names, qos);
      reply.waitForCompletion(REPLY_MILLIS);
      int[] granted = reply.getGrantedQos();
      return IntStream.range(0, names.length)
          .filter(i -> i >= granted.length || granted[i] == REFUSED)
          .mapToObj(i -> names[i])
          .toList();
    } catch (MqttException e) {
      throw new LinkException("subscribing: " + said(e), e);
    }
  }

  /** Sends one message without waiting for it. */
  Delivery publish(Outgoing out) throws LinkException {
    try {
      IMqttDeliveryToken token =
          client.publish(
              out.topic(), out.payload(), out.qos(), out.retained(), null, new Waker(wake));
      return new Delivery() {
        @Override
        public boolean done() {
          return token.isComplete() && token.getException() == null;
        }

        @Override
        public boolean failed() {
          return token.getException() != null;
        }
      };
    } catch (MqttException e) {
      throw new LinkException("publishing: " + said(e), e);
    }
  }

  /** Wakes the courier when a message has arrived, or will not. */
  private record Waker(Semaphore wake) implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      wake.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      wake.release();
    }
  }

  /** Whether the connection still seems to be there. */
  boolean up() {
    return !lost && client.isConnected();
  }

  /** Says goodbye in the protocol's way, so that no last will follows; bounded. */
  void leave() {
    onOwnThread(() -> client.disconnect(200).waitForCompletion(CLOSING.toMillis()));
    abandon();
  }

  /**
   * Drops the connection. Paho's own {@code close} is left out: it takes away what its receiver
   * still uses, and there is nothing to give back.
   */
  void abandon() {
    onOwnThread(() -> client.disconnectForcibly(0, 200, false));
  }

  @Override
  public void close() {
    abandon();
  }

  private interface Closing {
    void run() throws MqttException;
  }

  /** Paho can hang on a socket that takes nothing; then it hangs alone. */
  private static void onOwnThread(Closing closing) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("telemetry closing")
            .start(() -> {
              try {
                closing.run();
              } catch (MqttException | RuntimeException e) {
                // It is being thrown away.
              }
            });
    try {
      thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Paho's messages name neither what failed nor why; the cause does. */
  private static String said(MqttException e) {
    Throwable cause = e.getCause();
    return e.getMessage() + (cause == null ? "" : ", " + cause.getMessage());
  }
}

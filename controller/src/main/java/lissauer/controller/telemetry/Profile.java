package lissauer.controller.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How messages look on the wire, and what a session with a broker consists of.
 *
 * <p>{@link #received} is called on the client's thread and must not wait, {@link #made} by who
 * makes it; everything else is called by the {@link Courier}.
 */
interface Profile {
  /** A message was made, and may have to wait for a broker. */
  default void made(Message message) {}

  /** The same of a sample. */
  default void made(Sample sample) {}

  /** The last will of the next connection. */
  Outgoing will();

  /** What to listen to, once connected. */
  List<Subscription> subscriptions();

  /**
   * What to say now, before anything else is sent: after connecting, or when somebody asked who we
   * are. Empty when nothing is due.
   */
  List<Outgoing> greeting();

  /** Whether the greeting has been said and messages may follow. */
  boolean open();

  /** Whether this connection has to end and another to begin. */
  boolean leaving();

  /** A message on the wire. */
  Outgoing message(Message message);

  /** A batch on the wire, or null when nothing in it is news. */
  @Nullable Outgoing batch(Batch batch);

  /** What to say before leaving. */
  List<Outgoing> farewell();

  /** Something came in. */
  void received(String topic, byte[] payload, boolean retained);
}

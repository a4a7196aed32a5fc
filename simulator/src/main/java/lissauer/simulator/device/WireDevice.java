package lissauer.simulator.device;

/** The firmware of an emulated device: bytes come in, and now and then some go out. */
public interface WireDevice {
  /** Takes bytes off the wire, on the bench's clock and thread. */
  void receive(byte[] bytes, int count);

  /** Says where bytes go that it sends; called once, before anything else. */
  void sendTo(Wire wire);

  /**
   * Does what a hand at the bench would do to it, on the bench's clock and thread.
   *
   * @return whether there is such a deed
   */
  default boolean handle(String deed) {
    return false;
  }

  /** What a device sends its frames to, each whole. */
  @FunctionalInterface
  interface Wire {
    /** Puts one frame on the wire. */
    void send(byte[] frame);
  }
}

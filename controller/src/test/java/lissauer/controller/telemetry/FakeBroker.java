package lissauer.controller.telemetry;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes everything, keeps nothing, and answers a subscription with what a test wants. */
final class FakeBroker implements AutoCloseable {
  private static final int CONNECT = 1;
  private static final int PUBLISH = 3;
  private static final int SUBSCRIBE = 8;
  private static final int PING = 12;

  final int port;
  private final ServerSocket door;
  private final int granted;

  /**
   * Opens one.
   *
   * @param granted quality of service that it grants to every subscription, 0x80 for none
   */
  FakeBroker(int granted) throws IOException {
    this.granted = granted;
    door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    port = door.getLocalPort();
    Thread.ofPlatform().daemon().start(this::welcome);
  }

  private void welcome() {
    while (!door.isClosed()) {
      try (Socket guest = door.accept()) {
        serve(guest);
      } catch (IOException e) {
        // He left, or the test is over.
      }
    }
  }

  private void serve(Socket guest) throws IOException {
    DataInputStream in = new DataInputStream(guest.getInputStream());
    OutputStream out = guest.getOutputStream();
    for (int head = in.read(); head >= 0; head = in.read()) {
      byte[] body = in.readNBytes(length(in));
      switch (head >> 4) {
        case CONNECT -> out.write(new byte[] {0x20, 2, 0, 0});
        case SUBSCRIBE -> out.write(subscribed(body));
        case PING -> out.write(new byte[] {(byte) 0xD0, 0});
        case PUBLISH -> {
          int topic = ((body[0] & 0xFF) << 8) + (body[1] & 0xFF);
          if ((head & 6) != 0) {
            out.write(new byte[] {0x40, 2, body[2 + topic], body[3 + topic]});
          }
        }
        default -> {}
      }
    }
  }

  /** One answer for each topic, of which each takes its length, itself and a byte. */
  private byte[] subscribed(byte[] body) {
    int topics = 0;
    for (int at = 2; at < body.length; topics++) {
      at += 3 + ((body[at] & 0xFF) << 8) + (body[at + 1] & 0xFF);
    }
    byte[] answer = new byte[4 + topics];
    answer[0] = (byte) 0x90;
    answer[1] = (byte) (2 + topics);
    answer[2] = body[0];
    answer[3] = body[1];
    java.util.Arrays.fill(answer, 4, answer.length, (byte) granted);
    return answer;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    int digit = 0x80;
    for (int shift = 0; (digit & 0x80) != 0; shift += 7) {
      digit = in.readUnsignedByte();
      length |= (digit & 0x7F) << shift;
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

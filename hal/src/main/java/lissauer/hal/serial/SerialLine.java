package lissauer.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A serial port, 8 data bits, no parity, 1 stop bit, over jSerialComm.
 *
 * <p>Its event listeners are not used: they spin when a port vanishes. On Linux it waits in steps
 * of 100 ms, too coarse for a tick, and a write to a device that takes no bytes does not come back.
 * So one thread reads into a buffer that is waited on here, and another writes.
 */
public final class SerialLine implements ByteLine {
  /** A read inside jSerialComm returns after this much silence; its resolution is 100 ms. */
  private static final int SILENCE_MILLIS = 100;

  /** Frames that may wait for a port that is slow to take them. */
  private static final int WAITING_WRITES = 4;

  private final String path;
  private final SerialPort port;
  private final ByteRing received = new ByteRing(8192);
  private final BlockingQueue<byte[]> toWrite = new ArrayBlockingQueue<>(WAITING_WRITES);
  private final Thread reader;
  private final Thread writer;
  private volatile boolean closed;

  private SerialLine(String path, SerialPort port) {
    this.path = path;
    this.port = port;
    this.reader = Thread.ofPlatform().daemon().name("read " + path).unstarted(this::receive);
    this.writer = Thread.ofPlatform().daemon().name("write " + path).unstarted(this::send);
  }

  /**
   * Opens a port for this process alone.
   *
   * @param path as {@code /dev/serial/by-id/...}; links are followed
   * @param baudHertz bits per second
   * @throws IOException naming the port, why it cannot be opened and what to do
   */
  public static SerialLine open(String path, int baudHertz) throws IOException {
    SerialPort port = find(path);
    port.setBaudRate(baudHertz);
    port.setNumDataBits(8);
    port.setParity(SerialPort.NO_PARITY);
    port.setNumStopBits(SerialPort.ONE_STOP_BIT);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SILENCE_MILLIS, 0);
    if (!port.openPort(0)) {
      throw new IOException(path + ": " + reason(port.getLastErrorCode()));
    }
    SerialLine line = new SerialLine(path, port);
    line.reader.start();
    line.writer.start();
    return line;
  }

  private static SerialPort find(String path) throws IOException {
    try {
      return SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException(
          path + ": no such port; plug the device in, or name another (ls -l /dev/serial/by-id)",
          e);
    }
  }

  /** By errno of Linux. */
  private static String reason(int errno) {
    return switch (errno) {
      case 2 -> "no such port, or another process holds it (fuser -v names it)";
      case 5, 6, 19 -> "the device behind it is gone; plug it in again";
      case 13 -> "not allowed; add this user to the port's group (usually dialout) and log in anew";
      case 16, 11 -> "another process holds it (fuser -v names it)";
      default -> "cannot be opened (errno " + errno + ")";
    };
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!alive()) {
      throw gone();
    }
    if (!toWrite.offer(bytes.clone())) {
      throw new IOException(path + ": the device takes no bytes");
    }
  }

  @Override
  public int read(byte[] into, int offset, int count, long dueNanos) throws IOException {
    int taken = received.take(into, offset, count, dueNanos);
    if (taken < 0) {
      throw gone();
    }
    return taken;
  }

  @Override
  public boolean alive() {
    return !closed && !received.ended();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    received.end();
    writer.interrupt();
    port.closePort();
  }

  private IOException gone() {
    return new IOException(path + ": the port is gone");
  }

  private void receive() {
    byte[] some = new byte[512];
    while (!closed) {
      int count = port.readBytes(some, some.length);
      if (count < 0) {
        received.end();
        return;
      }
      received.put(some, count);
    }
  }

  private void send() {
    for (byte[] bytes = next(); bytes != null; bytes = next()) {
      if (port.writeBytes(bytes, bytes.length) != bytes.length) {
        received.end();
        return;
      }
    }
  }

  private byte @Nullable [] next() {
    try {
      return closed ? null : toWrite.take();
    } catch (InterruptedException closing) {
      return null;
    }
  }
}

package lissauer.hal.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.hal.port.PortLock;

/**
 * A serial port, 8 data bits, no parity, one stop bit, no flow control.
 *
 * <p>Built on jSerialComm's plain calls. Its listeners are not used: they fire without end when a
 * port vanishes. When the device is unplugged {@code bytesAvailable} is -1 and {@code writeBytes}
 * returns 0 or -1, while {@code isOpen} stays true; both become an exception here.
 */
public final class SerialLink implements Link {
  private final SerialPort port;
  private final String path;
  private final PortLock lock;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Opens a port for this program alone.
   *
   * @param path {@code /dev/serial/by-id/...} stays the same over reboots, {@code /dev/ttyUSB0} may
   *     not
   * @throws IOException if there is no such port, or somebody else holds it
   */
  public SerialLink(String path, int baud) throws IOException {
    this.path = path;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("there is no serial port " + path, e);
    }
    lock = PortLock.take(path);
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
    if (!port.openPort(0)) {
      lock.close();
      throw new IOException(
          "serial port "
              + path
              + " cannot be opened (error "
              + port.getLastErrorCode()
              + "): is it plugged in, is your user in its group (dialout), does another program"
              + " hold it?");
    }
    OpenPorts.opened();
    port.flushIOBuffers();
  }

  @Override
  public int read(byte[] into) throws IOException {
    int waiting = port.bytesAvailable();
    if (waiting == 0) {
      return 0;
    }
    int count = waiting < 0 ? -1 : port.readBytes(into, Math.min(waiting, into.length));
    if (count < 0) {
      throw new IOException("serial port " + path + " is gone: unplugged?");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (port.writeBytes(bytes, bytes.length) != bytes.length) {
      throw new IOException("serial port " + path + " takes nothing more: unplugged?");
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      port.closePort();
      lock.close();
      OpenPorts.closed();
    }
  }
}

package lissauer.controller.telemetry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one service start on disk, until each is confirmed.
 *
 * <p>The file begins with 8 bytes: where the first unconfirmed message stands. A message is its
 * length, its CRC-32C and its bytes; what a crash left half written at the end is cut off. As long
 * as somebody has the file open it is locked, so that another run does not send the same messages.
 */
final class OutboxFile implements AutoCloseable {
  private static final int HEAD_BYTES = 8;
  private static final int FRAME_BYTES = 8;
  private static final int LONGEST_BYTES = 1 << 24;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;
  private long endBytes;

  /** A message and where the next one begins. */
  record Kept(Message message, long nextBytes) {}

  private OutboxFile(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens or creates a file.
   *
   * @return null when another run has it open
   * @throws IOException if the disk refuses
   */
  static @Nullable OutboxFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      // As if another process had it.
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    OutboxFile file = new OutboxFile(path, channel, lock);
    file.endBytes = Math.max(HEAD_BYTES, channel.size());
    if (channel.size() < HEAD_BYTES) {
      file.confirm(HEAD_BYTES);
    }
    return file;
  }

  /** Every unconfirmed message, in order; what is torn at the end is cut off. */
  List<Kept> unconfirmed() throws IOException {
    List<Kept> kept = new ArrayList<>();
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    channel.read(head, 0);
    long at = Math.clamp(head.flip().getLong(), HEAD_BYTES, endBytes);
    while (at < endBytes) {
      byte[] bytes = frame(at);
      if (bytes == null) {
        break;
      }
      at += FRAME_BYTES + bytes.length;
      kept.add(new Kept(read(bytes), at));
    }
    endBytes = at;
    channel.truncate(at);
    return kept;
  }

  /** Puts a message on the disk before it returns. */
  Kept append(Message message) throws IOException {
    byte[] bytes = write(message);
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES + bytes.length);
    frame.putInt(bytes.length).putInt((int) sum.getValue()).put(bytes).flip();
    long at = endBytes;
    while (frame.hasRemaining()) {
      at += channel.write(frame, at);
    }
    channel.force(false);
    endBytes = at;
    return new Kept(message, at);
  }

  /**
   * Notes that everything before is confirmed. Not forced: after a power failure some messages are
   * sent once more, under the same number.
   */
  void confirm(long nextBytes) throws IOException {
    channel.write(ByteBuffer.allocate(HEAD_BYTES).putLong(nextBytes).flip(), 0);
  }

  /** Starts over when nothing is left in it. */
  void empty() throws IOException {
    channel.truncate(HEAD_BYTES);
    channel.force(false);
    endBytes = HEAD_BYTES;
    confirm(HEAD_BYTES);
  }

  /** How long the file is. */
  long bytes() {
    return endBytes;
  }

  /** Closes the file and removes it, since nothing is left in it. */
  void remove() throws IOException {
    Files.deleteIfExists(path);
    close();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        lock.release();
      }
    }
  }

  private byte @Nullable [] frame(long at) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    if (channel.read(frame, at) < FRAME_BYTES) {
      return null;
    }
    int length = frame.flip().getInt();
    int sum = frame.getInt();
    if (length <= 0 || length > LONGEST_BYTES || at + FRAME_BYTES + length > endBytes) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.read(bytes, at + FRAME_BYTES);
    CRC32C found = new CRC32C();
    found.update(bytes.array());
    return (int) found.getValue() == sum ? bytes.array() : null;
  }

  private static byte[] write(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(message.kind().name());
      out.writeUTF(message.row());
      out.writeUTF(message.birth());
      out.writeLong(message.seq());
      out.writeLong(message.utcMillis());
      byte[] json = message.json().getBytes(StandardCharsets.UTF_8);
      out.writeInt(json.length);
      out.write(json);
    }
    return bytes.toByteArray();
  }

  private static Message read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Message.Kind kind = Message.Kind.valueOf(in.readUTF());
      String row = in.readUTF();
      String birth = in.readUTF();
      long seq = in.readLong();
      long utcMillis = in.readLong();
      byte[] json = in.readNBytes(in.readInt());
      return new Message(
          kind, row, birth, seq, utcMillis, new String(json, StandardCharsets.UTF_8));
    }
  }
}

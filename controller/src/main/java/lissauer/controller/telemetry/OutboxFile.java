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

  /**
   * What is in a file.
   *
   * @param damaged places where there was something else, a message each as a rule
   */
  record Contents(List<Kept> kept, int damaged) {}

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

  /**
   * Every unconfirmed message, in order. What was half written at the end when a process died is
   * cut off; what is damaged is passed over up to the next whole message, and a copy of the file
   * kept.
   */
  Contents unconfirmed() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(endBytes));
    int read = 0;
    while (all.hasRemaining() && read >= 0) {
      read = channel.read(all, all.position());
    }
    long from = all.getLong(0);
    int at = from >= HEAD_BYTES && from <= endBytes ? (int) from : HEAD_BYTES;
    List<Kept> kept = new ArrayList<>();
    int damaged = 0;
    while (!torn(all, at)) {
      byte[] bytes = frame(all, at);
      at = bytes == null ? nextWhole(all, at) : at + FRAME_BYTES + bytes.length;
      Message message = bytes == null ? null : read(bytes);
      if (message == null) {
        damaged++;
      } else {
        kept.add(new Kept(message, at));
      }
    }
    if (damaged > 0) {
      // From memory: whoever closes a second channel to the file loses the lock on it.
      Files.write(aside(), all.array());
    }
    endBytes = at;
    channel.truncate(at);
    return new Contents(kept, damaged);
  }

  /** Where a damaged file is kept for whoever wants to look. */
  Path aside() {
    return path.resolveSibling(path.getFileName() + ".damaged");
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

  /** Whether nothing is there any more, or no more than the beginning of a message. */
  private static boolean torn(ByteBuffer all, int at) {
    int left = all.capacity() - at;
    if (left < FRAME_BYTES) {
      return true;
    }
    int length = all.getInt(at);
    return length > left - FRAME_BYTES
        && length <= LONGEST_BYTES
        && nextWhole(all, at) == at + left;
  }

  /** The bytes of a whole message that stands there, or null. */
  private static byte @Nullable [] frame(ByteBuffer all, int at) {
    int length = all.getInt(at);
    if (length <= 0 || length > all.capacity() - at - FRAME_BYTES) {
      return null;
    }
    CRC32C sum = new CRC32C();
    sum.update(all.slice(at + FRAME_BYTES, length));
    if ((int) sum.getValue() != all.getInt(at + Integer.BYTES)) {
      return null;
    }
    byte[] bytes = new byte[length];
    all.get(at + FRAME_BYTES, bytes);
    return bytes;
  }

  /** Where the next whole message stands, or the end. */
  private static int nextWhole(ByteBuffer all, int damagedAt) {
    for (int at = damagedAt + 1; at <= all.capacity() - FRAME_BYTES; at++) {
      if (frame(all, at) != null) {
        return at;
      }
    }
    return all.capacity();
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

  /** Null for what another version may have written. */
  private static @Nullable Message read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Message.Kind kind = Message.Kind.valueOf(in.readUTF());
      String row = in.readUTF();
      String birth = in.readUTF();
      long seq = in.readLong();
      long utcMillis = in.readLong();
      byte[] json = in.readNBytes(in.readInt());
      return new Message(
          kind, row, birth, seq, utcMillis, new String(json, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}

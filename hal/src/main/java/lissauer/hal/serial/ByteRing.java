package lissauer.hal.serial;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes between a thread that reads a port and one that waits for a reply, oldest first. */
final class ByteRing {
  private final byte[] bytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int first;
  private int size;
  private volatile boolean ended;

  /**
   * @param capacity when full the oldest bytes go, since nobody waited for them
   */
  ByteRing(int capacity) {
    bytes = new byte[capacity];
  }

  void put(byte[] from, int count) {
    if (count == 0) {
      return;
    }
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        if (size == bytes.length) {
          first = (first + 1) % bytes.length;
          size--;
        }
        bytes[(first + size++) % bytes.length] = from[i];
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** No byte will follow. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean ended() {
    return ended;
  }

  /**
   * Waits for bytes until {@link System#nanoTime} {@code dueNanos}.
   *
   * @return how many were taken; -1 when none are left and none will follow
   */
  int take(byte[] into, int offset, int count, long dueNanos) {
    lock.lock();
    try {
      while (size == 0 && !ended) {
        long left = dueNanos - System.nanoTime();
        if (left <= 0) {
          return 0;
        }
        changed.awaitNanos(left);
      }
      if (size == 0) {
        return -1;
      }
      int taken = Math.min(count, size);
      for (int i = 0; i < taken; i++) {
        into[offset + i] = bytes[(first + i) % bytes.length];
      }
      first = (first + taken) % bytes.length;
      size -= taken;
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      lock.unlock();
    }
  }
}

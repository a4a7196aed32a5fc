package lissauer.simulator.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.Set;

/** The calls of the C library that make a pseudo-terminal; numbers are those of Linux. */
final class PtyCalls {
  private static final int READ_WRITE = 2;
  private static final int NOT_CONTROLLING = 0x100;
  private static final int NON_BLOCKING = 0x800;
  private static final short READABLE = 1;
  private static final int INTERRUPTED = 4;
  private static final int TRY_AGAIN = 11;

  /** More than {@code struct termios} of any Linux. */
  private static final long TERMIOS_BYTES = 128;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle openpt =
      call("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle grantpt = call("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle unlockpt = call("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle ptsname =
      call("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle open =
      call(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private final MethodHandle getAttributes =
      call("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private final MethodHandle makeRaw = call("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
  private final MethodHandle setAttributes =
      call("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private final MethodHandle speed = call("cfgetospeed", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private final MethodHandle poll =
      call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private final MethodHandle read =
      call("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle write =
      call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle close = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final Set<Integer> opened = new HashSet<>();

  static PtyCalls ofThisSystem() throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IOException(
          "emulated serial ports need Linux, this is " + System.getProperty("os.name"));
    }
    return new PtyCalls();
  }

  @SuppressWarnings("restricted") // the launcher and the tests allow native access
  private static MethodHandle call(
      String name, FunctionDescriptor signature, Linker.Option... options) {
    Linker.Option[] all = new Linker.Option[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), signature, all);
  }

  int openNearEnd() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int near = (int) openpt.invokeExact(state, READ_WRITE | NOT_CONTROLLING | NON_BLOCKING);
      check("posix_openpt", near, state);
      opened.add(near);
      check("grantpt", (int) grantpt.invokeExact(state, near), state);
      check("unlockpt", (int) unlockpt.invokeExact(state, near), state);
      return near;
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  String farEndOf(int near) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocate(256);
      int errno = (int) ptsname.invokeExact(state, near, name, name.byteSize());
      check("ptsname_r", -errno, state);
      return name.getString(0);
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  int openFarEnd(String path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocateFrom(path);
      int far = (int) open.invokeExact(state, name, READ_WRITE | NOT_CONTROLLING);
      check("open " + path, far, state);
      opened.add(far);
      MemorySegment termios = arena.allocate(TERMIOS_BYTES);
      check("tcgetattr", (int) getAttributes.invokeExact(state, far, termios), state);
      makeRaw.invokeExact(state, termios);
      check("tcsetattr", (int) setAttributes.invokeExact(state, far, 0, termios), state);
      return far;
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  int speedCode(int far) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment termios = arena.allocate(TERMIOS_BYTES);
      check("tcgetattr", (int) getAttributes.invokeExact(state, far, termios), state);
      return (int) speed.invokeExact(state, termios);
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  /** As {@link Pty#read}. */
  int read(int near, byte[] into, int waitMillis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment polled = arena.allocate(8, 4);
      polled.set(JAVA_INT, 0, near);
      polled.set(JAVA_SHORT, 4, READABLE);
      int ready = (int) poll.invokeExact(state, polled, 1L, waitMillis);
      if (ready <= 0) {
        return ready == 0 || errno(state) == INTERRUPTED ? 0 : (int) check("poll", ready, state);
      }
      MemorySegment bytes = arena.allocate(into.length);
      long count = (long) read.invokeExact(state, near, bytes, bytes.byteSize());
      if (count < 0 && (errno(state) == TRY_AGAIN || errno(state) == INTERRUPTED)) {
        return 0;
      }
      check("read", count, state);
      MemorySegment.copy(bytes, JAVA_BYTE, 0, into, 0, (int) count);
      return (int) count;
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  /** As {@link Pty#write}. */
  void write(int near, byte[] from, int count) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment bytes = arena.allocate(Math.max(1, count));
      MemorySegment.copy(from, 0, bytes, JAVA_BYTE, 0, count);
      long written = (long) write.invokeExact(state, near, bytes, (long) count);
      if (written < 0 && errno(state) != TRY_AGAIN) {
        check("write", written, state);
      }
    } catch (Throwable e) {
      throw wrapped(e);
    }
  }

  /** Closes both ends, once. */
  void close(int near, int far) {
    for (int end : new int[] {near, far}) {
      if (opened.remove(end)) {
        try (Arena arena = Arena.ofConfined()) {
          int _ = (int) close.invokeExact(arena.allocate(STATE), end);
        } catch (Throwable e) {
          throw new IllegalStateException("close", e);
        }
      }
    }
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  private static long check(String what, long result, MemorySegment state) throws IOException {
    if (result < 0) {
      throw new IOException(what + " failed with errno " + errno(state));
    }
    return result;
  }

  private static IOException wrapped(Throwable e) {
    return e instanceof IOException known ? known : new IOException(e);
  }
}

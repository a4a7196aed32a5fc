package lissauer.controller.doctor;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What the kernel knows of the computer's wall clock. Nothing is decided by it, but it labels every
 * record, and a Raspberry Pi without a network starts with yesterday's time.
 */
public enum WallClock {
  /** Held to a reference, by NTP or otherwise. */
  SYNCHRONISED,
  /** Free running; its time may be wrong by any amount. */
  NOT_SYNCHRONISED,
  /** This system does not tell. */
  UNKNOWN;

  /** More than {@code struct timex} of any Linux; all zero asks and sets nothing. */
  private static final long TIMEX_BYTES = 512;

  private static final int TIME_ERROR = 5;

  /** As it is now (adjtimex(2): the clock is not synchronised where the answer is TIME_ERROR). */
  public static WallClock now() {
    Optional<MemorySegment> found = Linker.nativeLinker().defaultLookup().find("adjtimex");
    return found.map(WallClock::ask).orElse(UNKNOWN);
  }

  @SuppressWarnings("restricted") // the launcher and the tests allow native access
  private static WallClock ask(MemorySegment adjtimex) {
    MethodHandle call =
        Linker.nativeLinker().downcallHandle(adjtimex, FunctionDescriptor.of(JAVA_INT, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      int answer = (int) call.invokeExact(arena.allocate(TIMEX_BYTES, Long.BYTES));
      return answer < 0 ? UNKNOWN : answer == TIME_ERROR ? NOT_SYNCHRONISED : SYNCHRONISED;
    } catch (Throwable e) {
      throw new IllegalStateException("adjtimex takes one address and throws nothing", e);
    }
  }

  /** As in a sentence. */
  public String words() {
    return switch (this) {
      case SYNCHRONISED -> "synchronised";
      case NOT_SYNCHRONISED -> "not synchronised";
      case UNKNOWN -> "unknown";
    };
  }
}

package lissauer.hal.stage;

import java.util.concurrent.atomic.AtomicReference;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;

/**
 * An operator with a manipulator. The position is the one that was asked for, and counts once the
 * operator has confirmed it; an answer to an earlier question does not.
 */
public final class ManualPositioner implements Positioner, SiteConfirmation {
  /** What was asked for last, and whether the tip is there. */
  private record Wish(TipPosition at, boolean confirmed) {}

  private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();

  /** Before the first site nobody knows where the tip is. */
  public ManualPositioner() {}

  @Override
  public void moveTo(TipPosition position) {
    wish.set(new Wish(position, false));
  }

  @Override
  public PositionReading read() {
    Wish now = wish.get();
    return now == null
        ? new PositionReading(Double.NaN, Double.NaN, false)
        : new PositionReading(now.at.alongMillimetres(), now.at.depthMillimetres(), now.confirmed);
  }

  @Override
  public @Nullable TipPosition awaited() {
    Wish now = wish.get();
    return now == null || now.confirmed ? null : now.at;
  }

  @Override
  public boolean confirm(TipPosition at) {
    Wish now = wish.get();
    return now != null
        && !now.confirmed
        && now.at.equals(at)
        && wish.compareAndSet(now, new Wish(at, true));
  }
}

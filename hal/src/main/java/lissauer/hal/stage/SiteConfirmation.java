package lissauer.hal.stage;

import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;

/** How a person says that the tip is where it was asked for; a console or a terminal uses it. */
public interface SiteConfirmation {
  /** Where the tip is wanted; null when nothing is waited for. May be asked from any thread. */
  @Nullable TipPosition awaited();

  /**
   * The tip is there.
   *
   * @param at what was shown to the operator
   * @return false when that is not, or no longer, what is waited for
   */
  boolean confirm(TipPosition at);
}

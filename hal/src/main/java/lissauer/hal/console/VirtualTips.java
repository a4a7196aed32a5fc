package lissauer.hal.console;

import lissauer.hal.TipGeometry;

/**
 * Where a campaign gets electrodes in tissue that do not exist, so that control laws can be tried
 * on thousands of them. May be used by several threads at once; each tip by one only.
 */
@FunctionalInterface
public interface VirtualTips {
  /** A cold tip in fresh tissue; may have to prepare a model of this electrode first. */
  VirtualTip tip(TipGeometry geometry, VirtualTissue tissue);
}

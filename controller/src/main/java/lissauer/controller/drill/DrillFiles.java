package lissauer.controller.drill;

import java.util.Map;
import lissauer.controller.loop.Protocol;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;

/** The configuration, for drills that run on several threads at once. */
public interface DrillFiles {
  /** The simulated rig with values put over those of its file. */
  Settings rig(Map<String, String> overrides, Problems problems);

  /** What a plan's rows are decided by. */
  Protocol protocol(String plan);
}

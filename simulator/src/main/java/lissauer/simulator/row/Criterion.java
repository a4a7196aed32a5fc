package lissauer.simulator.row;

import java.util.List;
import lissauer.simulator.tissue.DamageLaw;

/** When tissue counts as destroyed. */
public record Criterion(String title, DamageLaw law, double dose) {
  /** Those that a row is judged by, side by side; the first decides. */
  public static final List<Criterion> ALL =
      List.of(
          new Criterion("liver", DamageLaw.LIVER, 1),
          new Criterion("CEM43 240 min", DamageLaw.CEM43, 240),
          new Criterion("BHK", DamageLaw.BHK, 1),
          new Criterion("burn", DamageLaw.BURN, 1));
}

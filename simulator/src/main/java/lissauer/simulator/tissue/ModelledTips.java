package lissauer.simulator.tissue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lissauer.hal.TipGeometry;
import lissauer.hal.console.VirtualTip;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.console.VirtualTissue;

/** Tips for campaigns, from a library of reduced models or on the full one. */
public final class ModelledTips implements VirtualTips {
  /** Share of water in tissue that can boil (physics study, section 1). */
  private static final double WATER_FRACTION = 0.7;

  private final ReducedLibrary library;
  private final Map<TipGeometry, ReducedBasis> known = new ConcurrentHashMap<>();

  /** Reduced models come from this library. */
  public ModelledTips(ReducedLibrary library) {
    this.library = library;
  }

  @Override
  public VirtualTip tip(TipGeometry geometry, VirtualTissue tissue) {
    return switch (tissue.model()) {
      case VirtualTissue.Full _ -> new FullTip(geometry, tissue(tissue, true, WATER_FRACTION));
      case VirtualTissue.Reduced reduced ->
          new ReducedTip(
              known.computeIfAbsent(geometry, library::basis),
              geometry,
              tissue(tissue, false, 0),
              reduced.offFraction(),
              reduced.seed());
    };
  }

  private static Tissue tissue(VirtualTissue asked, boolean perfusionStops, double waterFraction) {
    return new Tissue(
        asked.baseCelsius(),
        asked.conductivitySiemensPerMetre(),
        asked.conductivityPerKelvin(),
        0,
        asked.conductionWattsPerMetreKelvin(),
        asked.capacityJoulesPerCubicMetreKelvin(),
        asked.perfusionWattsPerCubicMetreKelvin(),
        perfusionStops,
        waterFraction);
  }
}

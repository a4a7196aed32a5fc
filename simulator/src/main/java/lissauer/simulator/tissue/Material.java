package lissauer.simulator.tissue;

/** What a cell of the mesh is filled with. */
public enum Material {
  /** Nervous tissue: conducts current and heat, is perfused, can be destroyed. */
  TISSUE,
  /** Steel of tip and shaft, all at one potential. */
  METAL,
  /** Polymer on neck and shaft; lets no current through. */
  INSULATION,
  /** Cerebrospinal fluid, which conducts 13 times better than cord. */
  FLUID,
  /** Air, where the tip is not in contact. */
  AIR
}

package lissauer.simulator.cord;

/** What a lesion is meant to do to a region: the question that coverage and spill answer. */
public enum Role {
  /** To be destroyed. */
  TARGET,
  /** To be left alone. */
  NEIGHBOUR,
  /** Not cord at all. */
  OUTSIDE
}

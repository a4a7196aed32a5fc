package lissauer.simulator.fault;

/** What can be wrong with the contact between generator and electrode. */
public enum ContactFault {
  /** Once closed it stays closed. */
  WELDED,
  /** It opens, or stays open. */
  NEVER_CLOSES
}

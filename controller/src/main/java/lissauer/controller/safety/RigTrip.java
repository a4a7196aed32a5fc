package lissauer.controller.safety;

import static lissauer.controller.safety.TripText.say;

/** What devices, contacts, the loop itself and people do that cuts RF. */
public sealed interface RigTrip extends Trip {
  /** The loop stood still while RF was on. */
  record DeadlineMissed(double gapSeconds, double limitSeconds) implements RigTrip {
    @Override
    public String what() {
      return say(
          "the control loop stood still for %.3f s with RF on, limit %.3f s",
          gapSeconds, limitSeconds);
    }
  }

  /** A contact of the interlock chain is open. */
  record InterlockOpen() implements RigTrip {
    @Override
    public String what() {
      return "a contact of the interlock chain is open";
    }
  }

  /** RF is wanted and the relay's own contact reads open. */
  record RelayOpen() implements RigTrip {
    @Override
    public String what() {
      return "RF is wanted and the relay's contact reads open";
    }
  }

  /** The relay was let go and its own contact still reads closed. */
  record RelayClosed(double waitedSeconds, double limitSeconds) implements RigTrip {
    @Override
    public String what() {
      return say(
          "the relay was let go and its contact still reads closed after %.2f s, limit %.2f s",
          waitedSeconds, limitSeconds);
    }
  }

  /** The record can no longer be written, and nothing may be done that is not recorded. */
  record RecordLost() implements RigTrip {
    @Override
    public String what() {
      return "the record can no longer be written";
    }
  }

  /** A device did not do what it was asked, so what it does now is unknown. */
  record DeviceFailed(String device, String message) implements RigTrip {
    @Override
    public String what() {
      return say("%s: %s", device, message);
    }
  }

  /** Somebody or something asked for a stop. */
  record Stopped(StopSource source) implements RigTrip {
    @Override
    public String what() {
      return say("stopped by %s", source.described());
    }
  }

  /** The rig is not fit to heat. */
  record SelfTestFailed(String finding) implements RigTrip {
    @Override
    public String what() {
      return "self test: " + finding;
    }
  }

  /** The service that drove this rig before ended without saying how. */
  record Interrupted(String run) implements RigTrip {
    @Override
    public String what() {
      return say("run %s ended without an end: the process died in it", run);
    }
  }
}

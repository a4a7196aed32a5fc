package lissauer.simulator.device;

import com.digitalpetri.modbus.ExceptionCode;

/** A request that is answered by an exception and changes nothing. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExceptionCode code;

  Refusal(ExceptionCode code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  ExceptionCode code() {
    return code;
  }
}

package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import lissauer.hal.Caps;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.lab.MonotonicClock;
import org.junit.jupiter.api.Test;

/** A front end that is not what it should be is found out before anything is armed. */
class FrontEndOpeningTest {
  private final HostileLink link = new HostileLink(1);

  @Test
  void oneThatIsAsItShouldBeIsNamedWithItsCaps() throws DeviceException {
    FrontEnd frontEnd = open(ElectrodeFixture.small().caps());
    assertThat(frontEnd.description())
        .contains("hostile 1", "firmware 1.0.0", "map 1.0", "1.000 W", "/dev/hostile");
    assertThat(frontEnd.emulated()).isFalse();
    frontEnd.close();
  }

  @Test
  void somethingElseAtThePortIsNoFrontEnd() {
    link.lie(0, 0x1234);
    assertRefused("no front end", "0x1234");
  }

  @Test
  void anotherMajorVersionOfTheMapIsRefused() {
    link.lie(1, 0x0200);
    assertRefused("register map 2.0", "knows 1");
  }

  @Test
  void capsThatReadBackOtherwiseAreRefused() {
    link.lie(69, 50_001);
    assertRefused("was given caps of", "0.0500 A", "and holds");
  }

  @Test
  void aBoardWhoseSelfTestFailedIsRefused() {
    link.lie(161, FrontEndMap.CAPS_WRITTEN);
    assertRefused("not fit to heat", "self test");
  }

  @Test
  void aBoardThatHoldsAFaultIsRefusedWithItsName() {
    link.lie(162, FrontEndFault.SUPPLY.bit());
    assertRefused("not fit to heat", "supply outside its range");
  }

  @Test
  void capsThatItCannotHoldAreNamed() {
    assertThatThrownBy(() -> open(new Caps(5, 10, 30, 0.05, 90, 60)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("(power)");
  }

  @Test
  void aPortThatCannotBeOpenedIsADeviceException() {
    assertThatThrownBy(() ->
            FrontEnd.open(
                new FrontEndSetup("/dev/none", 115_200, 1),
                () -> {
                  throw new IOException("/dev/none: no such port");
                },
                FrontEndCaps.of(ElectrodeFixture.small().caps()),
                new MonotonicClock()))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("/dev/none");
  }

  @Test
  void anotherSetPointThanWasSentIsAnError() throws DeviceException {
    FrontEnd frontEnd = open(ElectrodeFixture.small().caps());
    link.lie(164, 7);
    RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
    assertThatThrownBy(() -> generator.exchange(new RfCommand(0.01, 250_000_000)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("was told 0.010000 W and took 0.000007 W");
    frontEnd.close();
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> open(ElectrodeFixture.small().caps()))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll(words);
  }

  private FrontEnd open(Caps caps) throws DeviceException {
    return FrontEnd.open(
        new FrontEndSetup("/dev/hostile", 115_200, 1),
        () -> link,
        FrontEndCaps.of(caps),
        new MonotonicClock());
  }
}

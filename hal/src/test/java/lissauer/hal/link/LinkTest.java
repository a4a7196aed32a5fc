package lissauer.hal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RigFile;
import lissauer.hal.lab.LabBench;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

class LinkTest {
  private final Problems problems = new Problems();

  @Test
  void bytesPassOverTcpAndTheEndOfTheOtherSideIsNoticed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Link link = setup("tcp: 127.0.0.1:" + server.getLocalPort()).open("generator");
      Socket other = server.accept();
      byte[] bytes = new byte[8];
      assertThat(link.read(bytes)).isZero();
      link.write("*IDN?\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(other.getInputStream().readNBytes(6))
          .isEqualTo("*IDN?\n".getBytes(StandardCharsets.US_ASCII));
      other.close();
      assertThatThrownBy(() -> readUntilGone(link))
          .hasMessageContaining("has closed the connection");
      link.close();
      link.close();
    }
  }

  @Test
  void anAddressWhereNobodyAnswersIsNamed() {
    LinkSetup setup = setup("tcp: 127.0.0.1:1");
    assertThatThrownBy(() -> setup.open("generator"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("127.0.0.1:1 does not answer");
  }

  @Test
  void aSerialPortThatIsNotThereIsNamed() {
    LinkSetup setup = setup("serial: /dev/nothing\nbaud: 9600");
    assertThat(setup.portOrBaud()).isEqualTo(9600);
    assertThatThrownBy(() -> setup.open("relay"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("/dev/nothing");
  }

  @Test
  void theUsualPortNeedsNotBeSaid() {
    assertThat(setup("tcp: sdg.lab").portOrBaud()).isEqualTo(5025);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void bothTcpAndSerialOrNeitherIsRefused() {
    setup("tcp: a\nserial: /dev/b");
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("either tcp: HOST:PORT or serial: PATH");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    setup("tcp: host:99999");
    setup("tcp: :5025");
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("\"host:99999\" is no address; expected HOST:PORT")
        .hasMessageContaining("\":5025\" is no address");
  }

  private LinkSetup setup(String text) {
    return LinkSetup.from(
        RigFile.of(problems, text),
        new LabBench(ElectrodeFixture.small(), new StepClock(), ""),
        115_200,
        5025);
  }

  private static void readUntilGone(Link link) throws IOException {
    byte[] bytes = new byte[8];
    while (true) {
      link.read(bytes);
      Thread.onSpinWait();
    }
  }
}

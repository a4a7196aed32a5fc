package lissauer.controller.cli;

import java.util.concurrent.CountDownLatch;
import lissauer.controller.TestBench;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.RigProvider;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Settings;
import lissauer.simulator.SimulatedRigProvider;

/**
 * A simulated rig whose generator never comes back once it heats, neither from an exchange nor from
 * closing; says on the error stream what it is asked.
 */
public final class HangingRigProvider implements RigProvider {
  private final CountDownLatch never = new CountDownLatch(1);

  @Override
  public String kind() {
    return "hanging";
  }

  @Override
  public UnopenedRig read(Settings settings, Electrode electrode) {
    UnopenedRig simulated = new SimulatedRigProvider().read(settings, electrode);
    return () -> {
      Rig rig = simulated.open();
      return TestBench.with(TestBench.with(rig, generator(rig)), relay(rig));
    };
  }

  private RfGenerator generator(Rig rig) {
    return new RfGenerator() {
      @Override
      public RfReading exchange(RfCommand command) throws DeviceException {
        RfReading reading = rig.generator().exchange(command);
        if (command.on()) {
          System.err.println("generator hangs");
          hang();
        }
        return reading;
      }

      @Override
      public void close() {
        hang();
      }
    };
  }

  private static RfRelay relay(Rig rig) {
    return new RfRelay() {
      @Override
      public void drive(boolean closed) throws DeviceException {
        System.err.println(closed ? "relay closed" : "relay let go");
        rig.relay().drive(closed);
      }

      @Override
      public boolean closed() throws DeviceException {
        return rig.relay().closed();
      }
    };
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

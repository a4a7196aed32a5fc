package lissauer.simulator;

import java.util.List;
import lissauer.hal.Electrode;
import lissauer.hal.TipGeometry;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.FullRowPlant;
import lissauer.simulator.tissue.Plant;
import lissauer.simulator.tissue.ReducedLibrary;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.RowPlant;
import lissauer.simulator.tissue.Tissue;

/**
 * Which model stands in for electrode and tissue, as the keys {@code plant} and {@code tissue} of a
 * rig file say.
 */
public record PlantSetup(
    boolean full,
    String tissueName,
    Tissue tissue,
    Contact contact,
    String electrodeName,
    TipGeometry geometry) {
  private static final String REDUCED = "reduced";
  private static final String FULL = "full";

  static PlantSetup from(Settings rig, Electrode electrode) {
    String plant = rig.has("plant") ? rig.choice("plant", List.of(REDUCED, FULL)) : REDUCED;
    Settings file = rig.file("tissue", "tissues");
    file.text("description", "");
    PlantSetup setup =
        new PlantSetup(
            plant.equals(FULL),
            rig.text("tissue"),
            Tissue.from(file),
            Contact.from(file),
            electrode.name(),
            electrode.geometry());
    file.done();
    if (plant.equals(REDUCED) && !setup.contact.equals(Contact.FULL)) {
      rig.problem(
          "tissue",
          "\""
              + setup.tissueName
              + "\" has a contact that is not whole, which only the full model"
              + " knows; set plant: full");
    }
    return setup;
  }

  /** A cold tip in fresh tissue; may have to make a reduced model first. */
  Plant plant(ReducedLibrary library) {
    return full
        ? new FullRowPlant(geometry, tissue, contact, Resolution.STANDARD)
        : new RowPlant(new ReducedModel(library.basis(geometry), tissue), geometry);
  }

  /** Susceptance of the tissue around a cold tip. */
  double displacementSiemens(Plant cold) {
    return tissue.displacementRatio() * tissue.nominalSiemens(1 / cold.impedanceOhms());
  }

  /** For the record. */
  String description() {
    String model =
        full ? "full model" : "reduced model (no boiling or char: not to be believed above 95 °C)";
    return model + ", tissue " + tissueName + ", electrode " + electrodeName;
  }
}

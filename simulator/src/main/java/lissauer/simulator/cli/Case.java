package lissauer.simulator.cli;

import java.util.Locale;
import java.util.Map;
import lissauer.hal.Electrode;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.Tissue;

/**
 * One lesion to simulate.
 *
 * @param tissueName of its file
 * @param changes what was put over the files, by option
 * @param finerRatio how much finer than usual
 */
record Case(
    Electrode electrode,
    String tissueName,
    Tissue tissue,
    Contact contact,
    Treatment treatment,
    Map<String, String> changes,
    double finerRatio) {

  /** {@code drez-reference in reference}. */
  String place() {
    return String.format(Locale.ROOT, "%s in %s", electrode.name(), tissueName);
  }

  /** Computes it. */
  Lesion simulate() {
    FullModel model =
        new FullModel(electrode.geometry(), tissue, contact, Resolution.STANDARD.finer(finerRatio));
    LesionRun run = new LesionRun(model, treatment.drive(), treatment.coolSeconds());
    run.heat();
    int off = run.trace().size() - 1;
    var on = LesionEdge.all(model.extents());
    var hot = model.snapshot();
    run.cool();
    return new Lesion(
        this,
        run.trace(),
        off,
        on,
        LesionEdge.all(model.extents()),
        hot,
        model.snapshot(),
        model.deliveredJoules(),
        model.imbalanceRatio(),
        model.cells());
  }
}

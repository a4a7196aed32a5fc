package lissauer.simulator.cord;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lissauer.hal.settings.Settings;
import lissauer.simulator.cord.Anatomy.Rind;
import lissauer.simulator.cord.DorsalHorn.Breadth;

/** Turns a section file into shapes, and says where those contradict each other. */
final class SectionReader {
  private static final String MIDLINE = "from_midline_millimetres";
  private static final String DEPTH = "depth_millimetres";
  private static final String WIDTH = "width_millimetres";
  private static final String SPINOCEREBELLAR = "dorsal_spinocerebellar_tract";
  private static final int LAMINAE = 6;
  private static final Set<Part> WITHOUT_CHOICE = Set.of(Part.OTHER_HALF, Part.OUTSIDE);

  private final Settings file;
  private final Settings hornFile;

  SectionReader(Settings file) {
    this.file = file;
    this.hornFile = file.section("dorsal_horn");
  }

  CordSection read() {
    file.text("description", "");
    Ellipse cord = cord();
    SectionPoint entry = entry(cord);
    DorsalHorn horn = horn(cord);
    Settings tract = file.section("lissauer_tract");
    double tractWidth = tract.number(WIDTH, 0.1, 3);
    tract.done();
    Ellipse grey = ellipse("ventral_grey");
    Ellipse corticospinal = ellipse("corticospinal_tract");
    Optional<Rind> spinocerebellar = spinocerebellar(cord);
    Anatomy anatomy =
        new Anatomy(
            cord,
            entry,
            horn,
            tractWidth,
            grey,
            Bridge.between(horn, grey),
            corticospinal,
            spinocerebellar);
    Map<Part, Region> regions = regions(spinocerebellar.isPresent());
    file.done();
    if (file.sound()) {
      contradictions(anatomy);
    }
    return new CordSection(file.name(), anatomy, regions);
  }

  private Ellipse cord() {
    Settings cord = file.section("cord");
    double transverse = cord.number("transverse_millimetres", 3, 20);
    double anteroposterior = cord.number("anteroposterior_millimetres", 3, 15);
    cord.done();
    return new Ellipse(0, anteroposterior / 2, transverse, anteroposterior);
  }

  private SectionPoint entry(Ellipse cord) {
    Settings sulcus = file.section("dorsolateral_sulcus");
    double lateral = sulcus.number(MIDLINE, 0.5, 8);
    sulcus.done();
    return new SectionPoint(lateral, cord.dorsalSurfaceMillimetres(lateral));
  }

  private DorsalHorn horn(Ellipse cord) {
    Settings apexFile = hornFile.section("apex");
    double lateral = apexFile.number(MIDLINE, 0.3, 8);
    double depth = apexFile.number(DEPTH, 0.1, 4);
    apexFile.done();
    double angleDegrees = hornFile.number("angle_degrees", 0, 70);
    double length = hornFile.number("length_millimetres", 0.5, 8);
    Settings baseFile = hornFile.section("base");
    Breadth base = new Breadth(length, baseFile.number(WIDTH, 0.1, 5));
    baseFile.done();
    DorsalHorn horn =
        new DorsalHorn(
            new SectionPoint(lateral, cord.dorsalSurfaceMillimetres(lateral) + depth),
            angleDegrees,
            breadth("head"),
            breadth("neck"),
            base,
            thicknesses());
    hornFile.done();
    return horn;
  }

  private Breadth breadth(String key) {
    Settings place = hornFile.section(key);
    double depth = place.number(DEPTH, 0.05, 5);
    Breadth breadth = new Breadth(depth, place.number(WIDTH, 0.1, 5));
    place.done();
    return breadth;
  }

  private double[] thicknesses() {
    Settings laminae = hornFile.section("laminae");
    double[] thicknesses = new double[LAMINAE];
    for (int i = 0; i < LAMINAE; i++) {
      thicknesses[i] = laminae.number("lamina_" + (i + 1) + "_millimetres", 0.02, 3);
    }
    laminae.done();
    return thicknesses;
  }

  private Ellipse ellipse(String key) {
    Settings shape = file.section(key);
    Ellipse ellipse =
        new Ellipse(
            shape.number(MIDLINE, 0.2, 10),
            shape.number(DEPTH, 0.2, 15),
            shape.number("transverse_millimetres", 0.2, 8),
            shape.number("anteroposterior_millimetres", 0.2, 8));
    shape.done();
    return ellipse;
  }

  private Optional<Rind> spinocerebellar(Ellipse cord) {
    if (!file.has(SPINOCEREBELLAR)) {
      return Optional.empty();
    }
    Settings tract = file.section(SPINOCEREBELLAR);
    double thickness = tract.number("thickness_millimetres", 0.05, 1.4);
    double from = tract.number("from_depth_millimetres", 0, 15);
    double to = tract.number("to_depth_millimetres", 0, 15);
    tract.done();
    return Optional.of(new Rind(thickness, from, to, cord.inside(thickness)));
  }

  private Map<Part, Region> regions(boolean withSpinocerebellar) {
    Settings roles = file.section("roles");
    Map<Part, Region> regions = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (part != Part.DORSAL_SPINOCEREBELLAR_TRACT || withSpinocerebellar) {
        regions.put(part, new Region(part.key(), part.text(), role(roles, part)));
      }
    }
    roles.done();
    return regions;
  }

  private static Role role(Settings roles, Part part) {
    if (WITHOUT_CHOICE.contains(part)) {
      return part == Part.OUTSIDE ? Role.OUTSIDE : Role.NEIGHBOUR;
    }
    return roles.choice(part.key(), List.of("target", "neighbour")).equals("target")
        ? Role.TARGET
        : Role.NEIGHBOUR;
  }

  /** What no single number shows. */
  private void contradictions(Anatomy anatomy) {
    Ellipse cord = anatomy.cord();
    DorsalHorn horn = anatomy.horn();
    place(cord, anatomy.entry(), horn);
    if (!(horn.head().depthMillimetres() < horn.neck().depthMillimetres())) {
      hornFile.problem("neck", "is no deeper than the head");
    }
    if (!(horn.neck().depthMillimetres() < horn.lengthMillimetres())) {
      hornFile.problem("neck", "is no higher than the end of the horn");
    }
    if (!(horn.laminaeMillimetres() <= horn.lengthMillimetres())) {
      hornFile.problem(
          "laminae",
          String.format(
              Locale.ROOT,
              "are %.2f mm thick together; the horn is %.2f mm long",
              horn.laminaeMillimetres(),
              horn.lengthMillimetres()));
    }
    enclosed(cord, "ventral_grey", anatomy.ventralGrey());
    enclosed(cord, "corticospinal_tract", anatomy.corticospinal());
    anatomy
        .spinocerebellar()
        .filter(rind -> !(rind.fromVentralMillimetres() < rind.toVentralMillimetres()))
        .ifPresent(_ -> file.problem(SPINOCEREBELLAR, "ends no deeper than it begins"));
  }

  private void place(Ellipse cord, SectionPoint entry, DorsalHorn horn) {
    if (Double.isNaN(entry.ventralMillimetres())) {
      file.problem("dorsolateral_sulcus", "lies beside the cord, " + halfWidth(cord));
    }
    SectionPoint apex = horn.apex();
    if (!in(cord, apex)) {
      hornFile.problem("apex", "lies outside the cord, " + halfWidth(cord));
    } else if (apex.ventralMillimetres() <= entry.ventralMillimetres()) {
      hornFile.problem("apex", "lies no deeper than the dorsolateral sulcus");
    } else if (!in(cord, horn.end()) || !(horn.end().lateralMillimetres() > 0)) {
      hornFile.problem(
          "length_millimetres", "takes the horn across the midline or out of the cord");
    }
  }

  private void enclosed(Ellipse cord, String key, Ellipse shape) {
    if (shape.lateralMillimetres() < shape.transverseMillimetres() / 2) {
      file.problem(key, "reaches across the midline");
    }
    if (!cord.encloses(shape)) {
      file.problem(key, "reaches outside the cord");
    }
  }

  private static boolean in(Ellipse cord, SectionPoint point) {
    return cord.contains(point.lateralMillimetres(), point.ventralMillimetres());
  }

  private static String halfWidth(Ellipse cord) {
    return "which ends " + cord.transverseMillimetres() / 2 + " mm from the midline";
  }
}

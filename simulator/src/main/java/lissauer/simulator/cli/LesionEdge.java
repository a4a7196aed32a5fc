package lissauer.simulator.cli;

import java.util.EnumMap;
import java.util.Map;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.Extents;

/** Where a lesion is said to end. Names in files are those of the reference solution. */
enum LesionEdge {
  LIVER("Om1_liver", "Ω = 1, liver") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.of(DamageLaw.LIVER, 1);
    }
  },
  BHK("Om1_BHK", "Ω = 1, BHK") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.of(DamageLaw.BHK, 1);
    }
  },
  BURN("Om1_burn", "Ω = 1, burn") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.of(DamageLaw.BURN, 1);
    }
  },
  CEM240("CEM240", "CEM43 240 min") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.of(DamageLaw.CEM43, 240);
    }
  },
  CEM70("CEM43_70", "CEM43 70 min") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.of(DamageLaw.CEM43, 70);
    }
  },
  HOT45("Tmx45", "ever ≥ 45 °C") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.isotherm(45);
    }
  },
  HOT50("Tmx50", "ever ≥ 50 °C") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.isotherm(50);
    }
  },
  HOT55("Tmx55", "ever ≥ 55 °C") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.isotherm(55);
    }
  },
  HOT60("Tmx60", "ever ≥ 60 °C") {
    @Override
    Extents.Size of(Extents extents) {
      return extents.isotherm(60);
    }
  };

  private final String key;
  private final String title;

  LesionEdge(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** As in files. */
  String key() {
    return key;
  }

  /** As people read it. */
  String title() {
    return title;
  }

  /** Size of the lesion so far. */
  abstract Extents.Size of(Extents extents);

  /** Sizes by all of them. */
  static Map<LesionEdge, Extents.Size> all(Extents extents) {
    Map<LesionEdge, Extents.Size> sizes = new EnumMap<>(LesionEdge.class);
    for (LesionEdge edge : values()) {
      sizes.put(edge, edge.of(extents));
    }
    return sizes;
  }
}

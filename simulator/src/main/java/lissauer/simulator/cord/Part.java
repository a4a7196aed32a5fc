package lissauer.simulator.cord;

import java.util.Locale;

/** The parts that a section is divided into, in the order in which tables list them. */
enum Part {
  LISSAUER_TRACT("Lissauer's tract"),
  LAMINA_1("lamina I"),
  LAMINA_2("lamina II"),
  LAMINA_3("lamina III"),
  LAMINA_4("lamina IV"),
  LAMINA_5("lamina V"),
  LAMINA_6("lamina VI"),
  POSTERIOR_FUNICULUS("posterior funiculus"),
  CORTICOSPINAL_TRACT("lateral corticospinal tract"),
  DORSAL_SPINOCEREBELLAR_TRACT("dorsal spinocerebellar tract"),
  LATERAL_FUNICULUS("rest of the lateral funiculus"),
  VENTRAL_GREY("ventral grey"),
  ANTERIOR_FUNICULUS("anterior funiculus"),
  OTHER_HALF("other half of the cord"),
  OUTSIDE("outside the cord");

  private final String text;

  Part(String text) {
    this.text = text;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String text() {
    return text;
  }
}

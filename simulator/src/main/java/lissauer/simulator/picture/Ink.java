package lissauer.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/** The few fonts, colours and strokes that all pictures share. */
final class Ink {
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 27);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 19);
  static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 19);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

  static final Color BLACK = new Color(0x1c1c1e);
  static final Color GREY = new Color(0x5f6368);
  static final Color PALE = new Color(0xdadce0);
  static final Color WARNING = new Color(0xb3261e);

  /** Told apart from each other by dash as well as by hue; light for fields, dark for paper. */
  private static final int[] LIGHT = {0xffffff, 0x5ce1ff, 0x8dff8a, 0xffa3e0, 0xffe14d};

  private static final int[] DARK = {0x1c1c1e, 0x0077a3, 0x2a8f2a, 0xb0308a, 0xa67c00};
  private static final float[][] DASHES = {{}, {11, 6}, {3, 5}, {14, 5, 3, 5}, {22, 6}};

  private static final Pen ISOTHERM = new Pen(new Color(0xd9ffffff, true), new BasicStroke(1.2f));

  private Ink() {}

  /** The line of one law over a field. */
  static Pen law(int number) {
    int which = number % DASHES.length;
    return new Pen(new Color(LIGHT[which]), dashed(2.6f, DASHES[which]));
  }

  /** The line of the same law on white. */
  static Pen lawOnPaper(int number) {
    int which = number % DASHES.length;
    return new Pen(new Color(DARK[which]), dashed(2.2f, DASHES[which]));
  }

  static Pen isotherm() {
    return ISOTHERM;
  }

  static BasicStroke dashed(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10f,
        dashes.length == 0 ? null : dashes,
        0f);
  }

  /** A colour and a stroke. */
  record Pen(Color colour, BasicStroke stroke) {

    /** The stroke of a border around what this pen draws, without its dashes. */
    BasicStroke halo() {
      return new BasicStroke(
          stroke.getLineWidth() + 2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
  }
}

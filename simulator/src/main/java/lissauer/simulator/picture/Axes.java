package lissauer.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Align;
import org.jfree.chart.ui.RectangleInsets;

/** Axes and plots in the style of all pictures. */
final class Axes {
  /** Room for numbers and name of an axis, beside and below a plot. */
  static final int SIDE = 78;

  static final int FOOT = 66;

  private Axes() {}

  static NumberAxis axis(String name) {
    NumberAxis axis = new NumberAxis(name);
    axis.setLabelFont(Ink.TEXT);
    axis.setTickLabelFont(Ink.SMALL);
    axis.setLabelPaint(Ink.BLACK);
    axis.setTickLabelPaint(Ink.BLACK);
    axis.setAxisLineVisible(false);
    axis.setTickMarkPaint(Ink.GREY);
    axis.setTickMarkOutsideLength(6f);
    axis.setTickMarkStroke(new BasicStroke(1.2f));
    axis.setAutoRangeIncludesZero(false);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('−');
    axis.setNumberFormatOverride(new DecimalFormat("0.###", symbols));
    return axis;
  }

  /** An axis over a range, with about so many numbers at most. */
  static NumberAxis axis(String name, double from, double to, int ticks) {
    NumberAxis axis = axis(name);
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(step((to - from) / ticks)));
    return axis;
  }

  /** The next larger of 1, 2 and 5 times a power of ten. */
  private static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double times = atLeast / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  static void style(XYPlot plot) {
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Ink.GREY);
    plot.setOutlineStroke(new BasicStroke(1.2f));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Ink.PALE);
    plot.setRangeGridlineStroke(new BasicStroke(1f));
  }

  /** Draws a plot so that its data fill the area exactly, with the axes outside it. */
  static void draw(Graphics2D graphics, XYPlot plot, Rectangle area, int left, int right) {
    AxisSpace beside = new AxisSpace();
    beside.setLeft(left);
    beside.setRight(right);
    plot.setFixedRangeAxisSpace(beside);
    AxisSpace below = new AxisSpace();
    below.setBottom(FOOT);
    plot.setFixedDomainAxisSpace(below);
    Rectangle outer =
        new Rectangle(area.x - left, area.y, area.width + left + right, area.height + FOOT);
    plot.draw(graphics, outer, null, null, null);
  }

  /** A colour bar with its numbers on its right. */
  static void colourBar(Graphics2D graphics, Rectangle area, ColourScale scale, String name) {
    NumberAxis nothing = axis("");
    nothing.setVisible(false);
    NumberAxis numbers = axis(name, scale.lowest(), scale.highest(), area.height / 45);
    numbers.setLabelAngle(Math.PI);
    XYPlot plot = new XYPlot(null, nothing, numbers, null);
    style(plot);
    plot.setRangeGridlinesVisible(false);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    plot.setBackgroundImage(scale.strip());
    plot.setBackgroundImageAlignment(Align.FIT);
    plot.setBackgroundImageAlpha(1f);
    draw(graphics, plot, area, 0, SIDE);
  }
}

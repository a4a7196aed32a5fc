package lissauer.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Temperature, power and impedance, one above the other over one time axis. */
final class TracesChart {
  private static final Color TIP = new Color(0x1f4e79);
  private static final Color HOTTEST = new Color(0xc8442b);
  private static final Color POWER = new Color(0x2b6e4f);
  private static final Color IMPEDANCE = new Color(0x5b3a86);

  private TracesChart() {}

  /** Draws all three with their axes inside the area. */
  static void draw(Graphics2D graphics, Rectangle area, TimeTraces traces, double shownSeconds) {
    double[] seconds = traces.seconds();
    NumberAxis time = Axes.axis("time (s)", seconds[0], seconds[seconds.length - 1], 10);
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(time);
    Axes.style(all);
    all.setGap(20);
    XYPlot temperature =
        plot(
            "T (°C)",
            List.of(
                series("hottest tissue", seconds, traces.peakCelsius()),
                series("tip sensor", seconds, traces.tipCelsius())),
            HOTTEST,
            TIP);
    legend(temperature);
    all.add(temperature, 4);
    XYPlot power = plot("P (W)", List.of(series("power", seconds, traces.powerWatts())), POWER);
    ((NumberAxis) power.getRangeAxis()).setAutoRangeIncludesZero(true);
    all.add(power, 3);
    all.add(plot("Z (Ω)", List.of(series("|Z|", seconds, traces.impedanceOhms())), IMPEDANCE), 3);
    for (Object subplot : all.getSubplots()) {
      mark((XYPlot) subplot, shownSeconds);
    }
    all.draw(graphics, area, null, null, null);
  }

  private static XYPlot plot(String name, List<XYSeries> series, Color... colours) {
    XYSeriesCollection data = new XYSeriesCollection();
    series.forEach(data::addSeries);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < colours.length; i++) {
      renderer.setSeriesPaint(i, colours[i]);
      renderer.setSeriesStroke(i, Ink.dashed(2.4f));
    }
    renderer.setDrawSeriesLineAsPath(true);
    NumberAxis axis = Axes.axis(name);
    axis.setUpperMargin(0.08);
    axis.setLowerMargin(0.06);
    boolean empty =
        series.stream()
            .flatMapToDouble(one -> DoubleStream.of(one.toArray()[1]))
            .noneMatch(Double::isFinite);
    if (empty) {
      axis.setTickLabelsVisible(false);
    }
    XYPlot plot = new XYPlot(data, null, axis, renderer);
    Axes.style(plot);
    return plot;
  }

  private static XYSeries series(String name, double[] seconds, double[] values) {
    XYSeries series = new XYSeries(name, false);
    for (int i = 0; i < seconds.length; i++) {
      series.add(seconds[i], values[i], false);
    }
    return series;
  }

  private static void legend(XYPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(Ink.SMALL);
    legend.setItemPaint(Ink.BLACK);
    legend.setBackgroundPaint(new Color(0xe6ffffff, true));
    legend.setItemLabelPadding(new RectangleInsets(1, 4, 1, 8));
    plot.addAnnotation(new XYTitleAnnotation(0.985, 0.95, legend, RectangleAnchor.TOP_RIGHT));
  }

  /** The moment that the map shows. */
  private static void mark(XYPlot plot, double shownSeconds) {
    ValueMarker marker = new ValueMarker(shownSeconds);
    marker.setPaint(Ink.GREY);
    marker.setStroke(
        new BasicStroke(
            1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5, 4}, 0));
    plot.addDomainMarker(marker, Layer.BACKGROUND);
  }
}

package lissauer.simulator.cli;

import java.util.List;
import lissauer.simulator.row.RegionDose;
import lissauer.simulator.row.RowForecast;

/** A predicted row, and what each region of the section gets of it. */
record CoverageResult(RowForecast forecast, List<RegionDose> doses) {
  CoverageResult {
    doses = List.copyOf(doses);
  }
}

package lissauer.simulator.row;

import java.util.List;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;

/**
 * Cubes around a row. Index {@code (column · across + side) · deep + layer}: column along the row,
 * side from the middle outwards (its centres begin half a voxel from it), layer downwards.
 *
 * @param voxelMillimetres edge of a cube
 * @param firstAlongMillimetres centre of the first column
 * @param firstDepthMillimetres centre of the uppermost layer, along the electrode
 */
public record VoxelGrid(
    double voxelMillimetres,
    double firstAlongMillimetres,
    double firstDepthMillimetres,
    int columns,
    int across,
    int deep) {

  static VoxelGrid around(
      List<TipPosition> sites, TipGeometry tip, double beyondMillimetres, double voxel) {
    double first = sites.stream().mapToDouble(TipPosition::alongMillimetres).min().orElse(0);
    double last = sites.stream().mapToDouble(TipPosition::alongMillimetres).max().orElse(0);
    double deepest = sites.stream().mapToDouble(TipPosition::depthMillimetres).max().orElse(0);
    double shallowest = sites.stream().mapToDouble(TipPosition::depthMillimetres).min().orElse(0);
    double ends = 0.6 * beyondMillimetres;
    double top = shallowest - tip.bareMillimetres() - ends;
    double bottom = deepest + ends;
    return new VoxelGrid(
        voxel,
        first - beyondMillimetres + voxel / 2,
        top + voxel / 2,
        (int) Math.ceil((last - first + 2 * beyondMillimetres) / voxel - 1e-9),
        (int) Math.ceil(beyondMillimetres / voxel - 1e-9),
        (int) Math.ceil((bottom - top) / voxel - 1e-9));
  }

  /** Number of cubes. */
  public int voxels() {
    return columns * across * deep;
  }

  /** Index of a cube. */
  public int voxel(int column, int side, int layer) {
    return (column * across + side) * deep + layer;
  }

  /** Centre along the row. */
  public double alongMillimetres(int column) {
    return firstAlongMillimetres + column * voxelMillimetres;
  }

  /** Distance of the centre from the plane of the row. */
  public double acrossMillimetres(int side) {
    return (side + 0.5) * voxelMillimetres;
  }

  /** Depth of the centre along the electrode. */
  public double depthMillimetres(int layer) {
    return firstDepthMillimetres + layer * voxelMillimetres;
  }

  /** Column nearest to a place, within the grid. */
  int columnAt(double along) {
    long column = Math.round((along - firstAlongMillimetres) / voxelMillimetres);
    return (int) Math.max(0, Math.min(columns - 1, column));
  }

  /** Layer nearest to a depth, within the grid. */
  int layerAt(double depth) {
    long layer = Math.round((depth - firstDepthMillimetres) / voxelMillimetres);
    return (int) Math.max(0, Math.min(deep - 1, layer));
  }

  /** Volume of one cube. */
  public double cubicMillimetres() {
    return voxelMillimetres * voxelMillimetres * voxelMillimetres;
  }
}

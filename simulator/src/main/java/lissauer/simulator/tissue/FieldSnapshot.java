package lissauer.simulator.tissue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * All fields of one moment, for pictures and other programs. Cell (i, j), radius i and height j, is
 * at {@code j * radial + i}, with {@code radial} cells from the axis outwards.
 *
 * @param radiusFacesMillimetres edges of the cells in radius, one more than cells
 * @param heightFacesMillimetres the same in height above the end of the tip
 * @param hottestCelsius highest temperature each cell has had; base temperature outside tissue
 * @param damage Ω, or minutes for CEM43
 * @param heatShare part of the power that each cell takes
 */
@SuppressWarnings("ArrayRecordComponent") // fields of a mesh, never compared
public record FieldSnapshot(
    double[] radiusFacesMillimetres,
    double[] heightFacesMillimetres,
    double[] celsius,
    double[] hottestCelsius,
    Map<DamageLaw, double[]> damage,
    double[] heatShare,
    Material[] material) {

  static FieldSnapshot of(Mesh mesh, double[] celsius, DamageField damage, double[] heatShare) {
    Map<DamageLaw, double[]> copies = new EnumMap<>(DamageLaw.class);
    for (DamageLaw law : DamageLaw.values()) {
      copies.put(law, damage.of(law).clone());
    }
    return new FieldSnapshot(
        millimetres(mesh.faceR),
        millimetres(mesh.faceZ),
        celsius,
        damage.hottestCelsius().clone(),
        copies,
        heatShare.clone(),
        mesh.material.clone());
  }

  private static double[] millimetres(double[] metres) {
    return Arrays.stream(metres).map(x -> x * 1e3).toArray();
  }
}

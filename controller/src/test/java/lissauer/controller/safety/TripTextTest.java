package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import lissauer.hal.Quality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TripTextTest {
  static Stream<Class<?>> trips() {
    return Arrays.stream(Trip.class.getPermittedSubclasses())
        .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("trips")
  void everyTripSaysWhatWasMeasuredAndWhatToDo(Class<?> kind) throws ReflectiveOperationException {
    Trip trip = example(kind);
    assertThat(trip.what()).isNotBlank().doesNotContain("null");
    assertThat(Guidance.of(trip).causes()).isNotEmpty().allSatisfy(c -> assertThat(c).isNotBlank());
    assertThat(Guidance.of(trip).nextStep()).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("trips")
  void everyNumberOfATripIsInItsText(Class<?> kind) throws ReflectiveOperationException {
    String what = example(kind).what();
    for (RecordComponent component : kind.getRecordComponents()) {
      if (component.getType() == double.class) {
        assertThat(what).contains("12");
      }
    }
  }

  private static Trip example(Class<?> kind) throws ReflectiveOperationException {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = kind.getDeclaredConstructor(types);
    return (Trip) constructor.newInstance(Arrays.stream(types).map(TripTextTest::value).toArray());
  }

  private static Object value(Class<?> type) {
    if (type == double.class) {
      return 12.0;
    }
    if (type == String.class) {
      return "generator";
    }
    if (type.isEnum() && type != Quality.class && type != StopSource.class) {
      return type.getEnumConstants()[0];
    }
    return type == Quality.class ? Quality.OPEN_CIRCUIT : StopSource.FOOTSWITCH;
  }
}

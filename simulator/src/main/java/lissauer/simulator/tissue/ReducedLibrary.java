package lissauer.simulator.tissue;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lissauer.hal.TipGeometry;

/**
 * Finds the reduced model of an electrode: among those that come with the program, else among those
 * made earlier for this user, else it makes one and keeps it.
 *
 * <p>A file is named for its geometry and holds it; one that is damaged, of another version or of
 * another geometry counts as absent and is made anew.
 */
public final class ReducedLibrary {
  /** Shapes of every model that is made here. */
  public static final int SHAPES = 12;

  private static final String SHIPPED = "/lissauer/simulator/reduced/";

  private final Path cache;
  private final Resolution resolution;
  private final Consumer<String> news;

  /**
   * A library with a folder of its own.
   *
   * @param cache made when it is needed; when it cannot be written, a model is made each time
   * @param news told when something takes long or goes wrong
   */
  public ReducedLibrary(Path cache, Consumer<String> news) {
    this(cache, Resolution.STANDARD, news);
  }

  ReducedLibrary(Path cache, Resolution resolution, Consumer<String> news) {
    this.cache = cache;
    this.resolution = resolution;
    this.news = news;
  }

  /** The folder for what can be made again, as the XDG base directory specification has it. */
  public static Path userCache(Map<String, String> environment, String home) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = given.startsWith("/") ? Path.of(given) : Path.of(home, ".cache");
    return base.resolve("lissauer");
  }

  /** What the file of a geometry is called. */
  public static String fileName(TipGeometry geometry) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(geometry.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8) + ".reduced";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The model of this electrode; may take a while. */
  public ReducedBasis basis(TipGeometry geometry) {
    return shipped(geometry).or(() -> cached(geometry)).orElseGet(() -> make(geometry));
  }

  /** The model that comes with the program, if there is one. */
  public Optional<ReducedBasis> shipped(TipGeometry geometry) {
    String name = fileName(geometry);
    try (InputStream in = ReducedLibrary.class.getResourceAsStream(SHIPPED + name)) {
      return in == null ? Optional.empty() : read(in, geometry);
    } catch (IOException e) {
      news.accept("the reduced model " + name + " that comes with the program: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What was made earlier, if it can be used. */
  Optional<ReducedBasis> cached(TipGeometry geometry) {
    Path file = cache.resolve(fileName(geometry));
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, geometry);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      news.accept(file + " cannot be used: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<ReducedBasis> read(InputStream in, TipGeometry geometry)
      throws IOException {
    ReducedBasis basis = ReducedBasis.read(new BufferedInputStream(in));
    return basis.geometry().equals(geometry.toString()) ? Optional.of(basis) : Optional.empty();
  }

  private ReducedBasis make(TipGeometry geometry) {
    news.accept("no reduced model of this tip yet: making one, about 20 s");
    ReducedBasis basis = new ReducedTraining(geometry, resolution).train(SHAPES, _ -> {});
    try {
      write(basis, cache.resolve(fileName(geometry)));
    } catch (IOException e) {
      news.accept("it is used but cannot be kept in " + cache + ": " + e);
    }
    return basis;
  }

  /** Makes a model, which takes about 20 s and gives the same bits every time. */
  public static ReducedBasis train(TipGeometry geometry, Consumer<String> news) {
    return new ReducedTraining(geometry, Resolution.STANDARD).train(SHAPES, news);
  }

  /** Writes a model so that whoever reads meanwhile finds the old file or the new one. */
  public static void write(ReducedBasis basis, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "reduced", ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        basis.write(out);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}

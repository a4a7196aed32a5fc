package lissauer.controller.export;

import com.google.errorprone.annotations.FormatMethod;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** A database in memory, which reads tables that we write. */
public final class DuckDb implements AutoCloseable {
  private final Connection connection;

  /** Starts it. */
  public DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** The first row of the answer, with blanks between its columns. */
  @FormatMethod
  public String ask(String question, Object... parts) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question.formatted(parts))) {
      StringJoiner row = new StringJoiner(" ");
      answer.next();
      for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
        row.add(String.valueOf(answer.getObject(i)));
      }
      return row.toString();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

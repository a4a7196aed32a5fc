package lissauer.hal.scpi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import lissauer.hal.link.FakeLink;

/** Answers from a table; what is set lands in the table. */
final class FakeInstrument {
  final Map<String, String> table = new LinkedHashMap<>();
  final FakeLink link = new FakeLink(this::obey);
  UnaryOperator<String> spoil = answer -> answer;

  static FakeInstrument sdg() {
    FakeInstrument sdg = new FakeInstrument();
    sdg.table.put("*IDN?", "Siglent Technologies,SDG1032X,1,1.01");
    sdg.table.put("AMP", "4");
    sdg.table.put("FRQ", "1000");
    sdg.table.put("MAX_OUTPUT_AMP", "20");
    sdg.table.put("LOAD", "HZ");
    sdg.table.put("ON", "OFF");
    return sdg;
  }

  static FakeInstrument scope(String volts, String voltsOverShunt) {
    FakeInstrument scope = new FakeInstrument();
    scope.table.put("*IDN?", "Siglent Technologies,SDS1104X-E,1,8.2");
    scope.table.put("C1:PAVA? RMS", "C1:PAVA RMS," + volts);
    scope.table.put("C2:PAVA? RMS", "C2:PAVA RMS," + voltsOverShunt);
    return scope;
  }

  private byte[] obey(byte[] bytes) {
    StringBuilder answers = new StringBuilder();
    for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)) {
      String answer = answer(line);
      if (answer != null) {
        answers.append(spoil.apply(answer)).append('\n');
      }
    }
    return answers.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String answer(String line) {
    if (table.containsKey(line)) {
      return table.get(line);
    }
    if (line.equals("C1:BSWV?")) {
      return "C1:BSWV WVTP,SINE,FRQ,%sHZ,AMP,%sV,MAX_OUTPUT_AMP,%sV,OFST,0V,PHSE,0"
          .formatted(table.get("FRQ"), table.get("AMP"), table.get("MAX_OUTPUT_AMP"));
    }
    if (line.equals("C1:OUTP?")) {
      return "C1:OUTP %s,LOAD,%s,PLRT,NOR".formatted(table.get("ON"), table.get("LOAD"));
    }
    String[] words = line.split("[ ,]", -1);
    if (words.length == 3 && table.containsKey(words[1])) {
      boolean above =
          words[1].equals("AMP")
              && Double.parseDouble(words[2]) > Double.parseDouble(table.get("MAX_OUTPUT_AMP"));
      table.put(words[1], above ? table.get("MAX_OUTPUT_AMP") : words[2]);
    } else if (line.startsWith("C1:OUTP O")) {
      table.put("ON", words[1]);
    }
    return null;
  }
}

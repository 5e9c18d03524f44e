import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/** Lucene's process: `build LINES DIRECTORY` or `serve DIRECTORY`, as run.py describes them. */
public final class Lucene {
  private static final String[] FIELDS = {"title", "abstract", "keywords", "journal"};

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("build")) {
      build(Path.of(arguments[1]), Path.of(arguments[2]));
    } else {
      serve(Path.of(arguments[1]));
    }
  }

  /** As tantivy does: Snowball's English stems, no stop words, all cores. */
  private static void build(Path source, Path target) throws IOException {
    var config = new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(256);
    try (var directory = FSDirectory.open(target);
        var writer = new IndexWriter(directory, config);
        var lines = Files.lines(source)) {
      lines.parallel().forEach(line -> add(writer, new Json(line).object()));
      writer.commit();
    }
  }

  private static Analyzer analyzer() throws IOException {
    return CustomAnalyzer.builder()
        .withTokenizer("standard")
        .addTokenFilter("lowercase")
        .addTokenFilter("snowballPorter", "language", "English")
        .build();
  }

  private static void add(IndexWriter writer, Map<String, String> record) {
    var document = new Document();
    document.add(new StringField("pmid", record.get("pmid"), Store.YES));
    for (String field : FIELDS) {
      document.add(new TextField(field, record.get(field), Store.YES));
    }
    try {
      writer.addDocument(document);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static void serve(Path source) throws IOException, ParseException {
    try (var reader = DirectoryReader.open(FSDirectory.open(source));
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null); // queries come three times; nobody else remembers answers
      var any = new Parser(analyzer());
      var all = new Parser(analyzer());
      all.setDefaultOperator(QueryParser.Operator.AND);
      System.out.println("ready");
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        String[] asked = line.split("\t", 2);
        String words = asked[1].replace('\t', ' ');
        long started = System.nanoTime();
        int hits = ask(searcher, asked[0].equals("and") ? all : any, text(asked[0], words));
        System.out.println((System.nanoTime() - started) + "\t" + hits);
      }
    }
  }

  private static String text(String kind, String words) {
    return switch (kind) {
      case "phrase" -> '"' + words + '"';
      case "prefix" -> words + "*";
      case "fuzzy" -> words + "~1";
      default -> words;
    };
  }

  private static int ask(IndexSearcher searcher, QueryParser parser, String text)
      throws IOException, ParseException {
    int hits = 0;
    for (ScoreDoc hit : searcher.search(parser.parse(text), 10).scoreDocs) {
      Document found =
          searcher.getIndexReader().document(hit.doc, Set.of("pmid", "title"));
      hits += found.get("pmid") != null && found.get("title") != null ? 1 : 0;
    }
    return hits;
  }

  /** As it comes, but for fuzzy words, which are stemmed as tantivy does: few are found else. */
  private static final class Parser extends MultiFieldQueryParser {
    Parser(Analyzer analyzer) {
      super(FIELDS, analyzer);
    }

    @Override
    protected Query newFuzzyQuery(Term term, float similarity, int prefix) {
      try (var stems = getAnalyzer().tokenStream(term.field(), term.text())) {
        var stem = stems.addAttribute(CharTermAttribute.class);
        stems.reset();
        stems.incrementToken();
        return super.newFuzzyQuery(new Term(term.field(), stem.toString()), similarity, prefix);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  /** What these records need of JSON: one object whose values are scalars or lists of strings. */
  private static final class Json {
    private final String text;
    private int at;

    Json(String text) {
      this.text = text;
    }

    /** The members; a list as one text, null as an empty one. */
    Map<String, String> object() {
      var members = new HashMap<String, String>();
      expect('{');
      while (peek() != '}') {
        String name = string();
        expect(':');
        members.put(name, value());
        if (peek() == ',') {
          expect(',');
        }
      }
      return members;
    }

    private String value() {
      if (peek() == '"') {
        return string();
      }
      if (peek() == '[') {
        return String.join(" | ", list());
      }
      int start = at;
      while (",}".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String scalar = text.substring(start, at).strip();
      return scalar.equals("null") ? "" : scalar;
    }

    private List<String> list() {
      var items = new ArrayList<String>();
      expect('[');
      while (peek() != ']') {
        items.add(string());
        if (peek() == ',') {
          expect(',');
        }
      }
      expect(']');
      return items;
    }

    private String string() {
      expect('"');
      var value = new StringBuilder();
      int start = at;
      for (; text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\') {
          value.append(text, start, at++).append(escaped());
          start = at + 1;
        }
      }
      return value.append(text, start, at++).toString();
    }

    private char escaped() {
      char sign = text.charAt(at);
      if (sign == 'u') {
        at += 4;
        return (char) Integer.parseInt(text, at - 3, at + 1, 16);
      }
      int place = "bfnrt".indexOf(sign);
      return place < 0 ? sign : "\b\f\n\r\t".charAt(place);
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void expect(char sign) {
      if (peek() != sign) {
        throw new IllegalArgumentException(sign + " expected at " + at + " of " + text);
      }
      at++;
    }
  }
}

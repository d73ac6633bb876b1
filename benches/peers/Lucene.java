import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

/**
 * Lucene with the analyzer it has for the language, BM25 as it comes, and a query for any of the
 * question's words in any of the fields. Called as {@code Lucene index|ask TASK PLACE}, see README.md.
 */
final class Lucene {
    private static final String[] FIELDS = {"title", "headings", "text"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path task;
    private final Path place;
    private final JsonNode settings;
    private final Analyzer analyzer;

    private Lucene(Path task, Path place) throws IOException {
        this.task = task;
        this.place = place;
        settings = JSON.readTree(task.resolve("task.json").toFile());
        analyzer = analyzer(settings.get("language").asText());
    }

    public static void main(String[] arguments) throws IOException {
        var peer = new Lucene(Path.of(arguments[1]), Path.of(arguments[2]));
        if (arguments[0].equals("index")) {
            peer.index();
        } else {
            peer.ask();
        }
    }

    private void index() throws IOException {
        long start = System.nanoTime();
        var config = new IndexWriterConfig(analyzer);
        try (BufferedReader lines = Files.newBufferedReader(task.resolve("passages.jsonl"));
                Directory directory = FSDirectory.open(place.resolve("index"));
                var writer = new IndexWriter(directory, config)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.addDocument(document(JSON.readTree(line)));
            }
        }
        ObjectNode told = JSON.createObjectNode();
        told.put("version", "Lucene " + Version.LATEST);
        told.put("seconds", (System.nanoTime() - start) / 1e9);
        System.out.println(told);
    }

    private static Document document(JsonNode passage) {
        var headings = new StringJoiner("\n");
        passage.get("headings").forEach(it -> headings.add(it.asText()));
        var document = new Document();
        document.add(new StoredField("id", passage.get("id").asText()));
        String title = passage.get("title").asText();
        String text = passage.get("text").asText();
        document.add(new TextField("title", title, Field.Store.YES));
        document.add(new TextField("headings", headings.toString(), Field.Store.YES));
        document.add(new TextField("text", text, Field.Store.YES));
        return document;
    }

    private void ask() throws IOException {
        int depth = settings.get("depth").asInt();
        try (Directory directory = FSDirectory.open(place.resolve("index"));
                DirectoryReader reader = DirectoryReader.open(directory);
                BufferedWriter out = Files.newBufferedWriter(place.resolve("asked.jsonl"))) {
            var searcher = new IndexSearcher(reader);
            long start = System.nanoTime();
            double limit = settings.get("warm_up_s").asDouble() * 1e9;
            for (String question : questions("warm_up.jsonl")) {
                found(searcher, question, depth);
                if (System.nanoTime() - start > limit) {
                    break;
                }
            }
            for (String question : questions("questions.jsonl")) {
                long before = System.nanoTime();
                List<Found> found = found(searcher, question, depth);
                ObjectNode asked = JSON.createObjectNode();
                asked.put("ms", (System.nanoTime() - before) / 1e6);
                ArrayNode ids = asked.putArray("ids");
                found.forEach(it -> ids.add(it.shown.get("id")));
                asked.put("sure", found.isEmpty() ? null : found.get(0).score);
                out.write(asked.toString());
                out.newLine();
            }
        }
    }

    private List<Found> found(IndexSearcher searcher, String question, int depth) throws IOException {
        var found = new ArrayList<Found>();
        var words = new QueryBuilder(analyzer);
        var query = new BooleanQuery.Builder();
        for (String field : FIELDS) {
            Query any = words.createBooleanQuery(field, question);
            if (any != null) {
                query.add(any, BooleanClause.Occur.SHOULD);
            }
        }
        var stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(query.build(), depth).scoreDocs) {
            found.add(new Found(hit.score, stored.document(hit.doc)));
        }
        return found;
    }

    private List<String> questions(String file) throws IOException {
        var questions = new ArrayList<String>();
        for (String line : Files.readAllLines(task.resolve(file))) {
            questions.add(JSON.readTree(line).get("question").asText());
        }
        return questions;
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "ar" -> new ArabicAnalyzer();
            case "da" -> new DanishAnalyzer();
            case "de" -> new GermanAnalyzer();
            case "en" -> new EnglishAnalyzer();
            case "es" -> new SpanishAnalyzer();
            case "fr" -> new FrenchAnalyzer();
            case "it" -> new ItalianAnalyzer();
            case "ja", "ko", "zh" -> new CJKAnalyzer();
            case "nl" -> new DutchAnalyzer();
            case "no" -> new NorwegianAnalyzer();
            case "pt" -> new PortugueseAnalyzer();
            case "ru" -> new RussianAnalyzer();
            case "sv" -> new SwedishAnalyzer();
            default -> new StandardAnalyzer();
        };
    }

    private record Found(float score, Document shown) {}
}

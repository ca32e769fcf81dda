package fr.rappel.faq;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The index of one set of entries, in memory and never changed: new contents get a new index.
 *
 * <p>A score can be explained: each word adds its rarity (1 for a word of a single entry, almost 0 for a word of all)
 * times the weight of the best part it stands in. Text is only ever split into words, so no search syntax exists; its
 * length is bounded, and so is the work.
 */
final class FaqIndex {

    /** An entry's number, in the order given to the constructor, and its score. */
    record Hit(int entry, float score) {}

    private enum Part {
        /** The editor's list of words that mean this entry. */
        KEYWORDS(1f),
        QUESTION(1f),
        /** The answer and the label of its theme. */
        ANSWER(0.3f);

        final float weight;
        final String stems = name() + ".stems";
        final String words = name() + ".words";

        Part(float weight) {
            this.weight = weight;
        }
    }

    private static final int MAX_QUERY_LENGTH = 200;
    private static final int MAX_QUERY_WORDS = 12;
    private static final int MAX_MESSAGE_LENGTH = 4000;
    private static final int MAX_MESSAGE_WORDS = 80;

    /** What words like an unknown one weigh, where a word of one single entry weighs 1. */
    private static final float NEAR = 0.6f;

    private static final float LEAST = 0.05f;

    private final IndexSearcher searcher;

    FaqIndex(List<StoredFaq.Entry> entries, Map<String, String> themeLabels) {
        var words = Stream.of(Part.values()).collect(toMap(part -> part.words, part -> FrenchText.WORDS));
        var analysis = new PerFieldAnalyzerWrapper(FrenchText.STEMS, Map.copyOf(words));
        // Nothing to close: the directory is memory, and searches under way may still be reading it.
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analysis))) {
            for (var entry : entries) {
                var document = new Document();
                var label = themeLabels.getOrDefault(entry.theme(), "");
                add(document, Part.KEYWORDS, entry.keywords());
                add(document, Part.QUESTION, entry.question());
                add(document, Part.ANSWER, label + '\n' + Markdown.toText(entry.answer()));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Document document, Part part, String text) {
        document.add(new TextField(part.stems, text, Store.NO));
        document.add(new TextField(part.words, text, Store.NO));
    }

    /** Entries for what a visitor typed, best first. An unknown last word may be the beginning of one. */
    List<Hit> search(String typed) {
        var words = wordsByStem(typed, MAX_QUERY_LENGTH, MAX_QUERY_WORDS);
        var query = new BooleanQuery.Builder();
        int position = 0;
        for (var word : words.entrySet()) {
            boolean last = ++position == words.size();
            query.add(isKnown(word.getKey()) ? exact(word.getKey()) : near(word.getValue(), last), Occur.SHOULD);
        }
        return hits(query.build());
    }

    /** Entries whose keywords or question share words with a message, best first; a score of 1 is a good fit. */
    List<Hit> match(String message) {
        var query = new BooleanQuery.Builder();
        for (var stem :
                wordsByStem(message, MAX_MESSAGE_LENGTH, MAX_MESSAGE_WORDS).keySet()) {
            var keyword = term(Part.KEYWORDS, stem, rarity(stem));
            var question = term(Part.QUESTION, stem, rarity(stem) / 2);
            query.add(best(Stream.of(keyword, question)), Occur.SHOULD);
        }
        return hits(query.build());
    }

    /** How many different words of a message mean something. */
    static int countWords(String message) {
        return wordsByStem(message, MAX_MESSAGE_LENGTH, MAX_MESSAGE_WORDS).size();
    }

    private static Map<String, String> wordsByStem(String text, int maxLength, int maxWords) {
        var bounded = text.substring(0, Math.min(text.length(), maxLength));
        var stems = FrenchText.STEMS.terms(bounded);
        var words = FrenchText.WORDS.terms(bounded);
        var result = new LinkedHashMap<String, String>();
        for (int i = 0; i < stems.size() && result.size() < maxWords; i++) {
            result.putIfAbsent(stems.get(i), words.get(i));
        }
        return result;
    }

    private Query exact(String stem) {
        float rarity = rarity(stem);
        return best(Arrays.stream(Part.values()).map(part -> term(part, stem, part.weight * rarity)));
    }

    /** Words with a letter wrong, missing, added or swapped with its neighbour, two from eight letters on. */
    private static Query near(String word, boolean mayBeBeginning) {
        int edits = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        var queries = Stream.<Query>builder();
        for (var part : Part.values()) {
            var term = new Term(part.words, word);
            queries.add(weighted(new FuzzyQuery(term, edits), part.weight * NEAR));
            if (mayBeBeginning && word.length() > 2) {
                queries.add(weighted(new PrefixQuery(term), part.weight * NEAR));
            }
        }
        return best(queries.build());
    }

    private static Query term(Part part, String stem, float weight) {
        return weighted(new TermQuery(new Term(part.stems, stem)), weight);
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private static Query best(Stream<Query> queries) {
        return new DisjunctionMaxQuery(queries.toList(), 0);
    }

    private boolean isKnown(String stem) {
        return Arrays.stream(Part.values()).anyMatch(part -> entriesWith(stem, part) > 0);
    }

    /** Counted where the editor says what an entry is about; answers mention each other's words. */
    private float rarity(String stem) {
        double all = searcher.getIndexReader().numDocs() + 1.0;
        int with = Math.max(entriesWith(stem, Part.KEYWORDS), entriesWith(stem, Part.QUESTION));
        return (float) Math.max(LEAST, Math.log(all / Math.max(1, with)) / Math.log(all));
    }

    private int entriesWith(String stem, Part part) {
        try {
            return searcher.getIndexReader().docFreq(new Term(part.stems, stem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Hit> hits(Query query) {
        try {
            var found =
                    searcher.search(query, Math.max(1, searcher.getIndexReader().numDocs()));
            return Arrays.stream(found.scoreDocs)
                    .map(hit -> new Hit(hit.doc, hit.score))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.rappel.faq;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Lucene's French analysis, with accents folded before the stop words and the stemmer, so that people who type without
 * accents get exactly the same terms. Two forms: {@link #WORDS} as typed (for typos and beginnings of words) and
 * {@link #STEMS} without plural, gender and ending.
 */
final class FrenchText extends Analyzer {

    static final FrenchText WORDS = new FrenchText(false);
    static final FrenchText STEMS = new FrenchText(true);

    /** Signs that hold words together for the tokenizer, but that people merely type between them. */
    private static final NormalizeCharMap JOINTS = joints();

    private final boolean stemmed;

    private FrenchText(boolean stemmed) {
        this.stemmed = stemmed;
    }

    /** The terms of a text, in its order. */
    List<String> terms(String text) {
        var terms = new ArrayList<String>();
        try (var tokens = tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new MappingCharFilter(JOINTS, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(source);
        words = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
        words = new ASCIIFoldingFilter(words);
        words = new StopFilter(words, StopWords.FOLDED);
        // A single letter or digit, such as the number of a step, means nothing.
        words = new LengthFilter(words, 2, StandardTokenizer.MAX_TOKEN_LENGTH_LIMIT);
        return new TokenStreamComponents(source, stemmed ? new FrenchLightStemFilter(words) : words);
    }

    private static NormalizeCharMap joints() {
        var map = new NormalizeCharMap.Builder();
        for (var sign : List.of(":", ".", "_", "·")) {
            map.add(sign, " ");
        }
        return map.build();
    }

    /** Lucene's list without accents, and the words people wrap a question in. */
    private static final class StopWords {

        private static final List<String> OF_A_QUESTION = List.of(
                "comment",
                "pourquoi",
                "quand",
                "combien",
                "quel",
                "quelle",
                "quels",
                "quelles",
                "quoi",
                "est",
                "puis",
                "peux",
                "peut",
                "pouvez",
                "dois",
                "doit",
                "faut",
                "faire",
                "fait",
                "veux",
                "voudrais",
                "souhaite",
                "souhaiterais",
                "besoin",
                "aimerais",
                "bonjour",
                "bonsoir",
                "merci",
                "svp",
                "plait",
                "madame",
                "monsieur",
                "cordialement",
                "avoir",
                "etre",
                "tout",
                "toute",
                "tous",
                "toutes",
                "plus",
                "tres",
                "bien");

        private static final CharArraySet FOLDED = folded();

        private static CharArraySet folded() {
            var words = new CharArraySet(OF_A_QUESTION, true);
            for (var word : FrenchAnalyzer.getDefaultStopSet()) {
                var letters = (char[]) word;
                var folded = new char[letters.length * 4];
                int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
                words.add(new String(folded, 0, length));
            }
            return words;
        }
    }
}

package fr.rappel.dossier;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked about a text, the best answers first. */
final class SearchQuestions {

    /** Letters of a word that an index of three letters each can look up. */
    private static final int LONG = 3;

    /** Letters of a name that means something wherever its spaces are. */
    private static final int LONG_NAME = 4;

    private static final int LONGEST_NAME = 40;

    /** As the indexes of V0029 have it. */
    private static final String SPACELESS = "replace(%s, ' ', '')";

    /** As the indexes of V0012 have it. */
    private static final String WORDS = "regexp_split_to_array(%s, '[^[:alnum:]]+')";

    /** What a transfer of that reference paid, if it paid several: one invoice is named beside the transfer itself. */
    private static final String PAID_TOGETHER = """
            (t.issuer_siret, t.number) in (
                select p.issuer_siret, p.invoice_number from dossier_payment p
                 where p.reference_key = :number
                   and exists (select 1 from dossier_payment o where o.bank_reference = p.bank_reference
                                  and (o.issuer_siret <> p.issuer_siret or o.invoice_number <> p.invoice_number)))""";

    /** A transfer by its sum, which is what a bank statement shows. */
    private static final String TRANSFER = "t.bank_reference in (select x.bank_reference from dossier_transfer x"
            + " where x.amount in (:cents) limit " + SearchQuery.MOST + ")";

    private final SearchText text;
    private final SearchQuery query;

    /** Asks nothing yet. */
    SearchQuestions(SearchText text, SearchQuery query) {
        this.text = text;
        this.query = query;
    }

    /** What is written like the text, begins like it, or holds its words. */
    SearchQuery asWritten() {
        if (!text.cents().isEmpty()) {
            query.with("cents", text.cents());
            query.ask(HitKind.INVOICE, "t.amount in (:cents)");
            query.ask(HitKind.PAYMENT, TRANSFER);
            query.ask(HitKind.PAYMENT, "t.amount in (:cents)");
        }
        if (text.number() != null) {
            query.with("number", text.number()).with("numberBegins", text.number() + "%");
            numbers((kind, column) -> query.askBeginning(kind, column, "number"));
            query.ask(HitKind.INVOICE, PAID_TOGETHER);
        }
        if (text.digits() != null) {
            query.with("digits", text.digits()).with("digitsBegins", text.digits() + "%");
            query.askBeginning(HitKind.COMPANY, "t.siren", "digits");
            if (text.digits().length() >= 9) {
                query.askBeginning(HitKind.ESTABLISHMENT, "t.siret", "digits");
            }
        }
        if (text.email() != null) {
            query.with("email", text.email()).with("emailBegins", literal(text.email()) + "%");
            query.askBeginning(HitKind.ACCOUNT, "t.email_key", "email");
        }
        if (!text.words().isEmpty() && !text.isAddress()) {
            names();
        }
        return query;
    }

    /**
     * What is one slip of the pen away from the text.
     *
     * @param words what each word may mean, on PostgreSQL
     */
    SearchQuery nearly(List<MeantWord> words) {
        if (text.number() != null) {
            slips("slips", Slips.ofNumber(text.number()), () -> {
                numbers((kind, column) -> query.ask(kind, column + " = any(:slips)"));
                if (text.digits() != null) {
                    query.ask(HitKind.COMPANY, "t.siren = any(:slips)");
                    query.ask(HitKind.ESTABLISHMENT, "t.siret = any(:slips)");
                }
            });
        }
        if (text.email() != null) {
            slips(
                    "addresses",
                    Slips.ofAddress(text.email()),
                    () -> query.ask(HitKind.ACCOUNT, "t.email_key = any(:addresses)"));
        }
        boolean forgives = words.stream().anyMatch(word -> word.meant() != null);
        if (!text.isAddress() && forgives && words.stream().noneMatch(MeantWord::meansNothing)) {
            meantNames(words);
        }
        return query;
    }

    private void slips(String parameter, List<String> slips, Runnable ask) {
        if (!slips.isEmpty()) {
            query.with(parameter, slips.toArray(String[]::new));
            ask.run();
        }
    }

    private interface ColumnQuestion {
        void about(HitKind kind, String column);
    }

    private static void numbers(ColumnQuestion question) {
        question.about(HitKind.DOSSIER, "t.number_key");
        question.about(HitKind.DOSSIER, "t.deca_key");
        question.about(HitKind.DOSSIER, "t.opco_key");
        question.about(HitKind.COMPANY, "t.member_key");
        question.about(HitKind.INVOICE, "t.number_key");
        question.about(HitKind.PAYMENT, "t.reference_key");
    }

    private void names() {
        query.with("wholes", text.wholes());
        everyName((kind, column) -> query.askExactly(kind, SPACELESS.formatted(column) + " in (:wholes)"));
        for (int i = 0; i < text.words().size(); i++) {
            name(i, text.words().get(i));
        }
        everyName((kind, column) -> query.ask(kind, every(i -> like(column, i))));
        if (text.words().stream().anyMatch(word -> word.length() >= LONG)) {
            query.ask(HitKind.ACCOUNT, every(i -> "t.email_key like :part" + i));
        }
        String together = text.wholes().getFirst();
        if (together.length() >= LONG_NAME && together.length() <= LONGEST_NAME) {
            namesWithOtherSpaces(together);
        }
    }

    /** Names that begin a word where the text does, wherever else the one or the other has spaces. */
    private void namesWithOtherSpaces(String together) {
        query.with("together", spaced(together));
        for (int i = 0; i < text.words().size(); i++) {
            query.with("apart" + i, spaced(text.words().get(i)));
        }
        everyName((kind, column) -> query.askAmong(
                kind,
                every(i -> SPACELESS.formatted(column) + " like :part" + i),
                "(regexp_like(" + column + ", :together) or "
                        + every(i -> "regexp_like(" + column + ", :apart" + i + ")") + ")"));
    }

    /** Letters and digits at the beginning of a word, with or without spaces between. */
    private static String spaced(String word) {
        return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" ?", "(^| )", ""));
    }

    /** Names that hold, for each word written, one of the words that may be meant. */
    private void meantNames(List<MeantWord> words) {
        for (int i = 0; i < words.size(); i++) {
            List<String> meant = words.get(i).meant();
            if (meant == null) {
                name(i, words.get(i).written());
            } else {
                query.with("meant" + i, String.join(" ", meant));
            }
        }
        everyName((kind, column) ->
                query.ask(kind, every(i -> words.get(i).meant() == null ? like(column, i) : holds(column, i))));
        query.ask(
                HitKind.ACCOUNT,
                every(i -> words.get(i).meant() == null ? "t.email_key like :part" + i : holds("t.email_key", i)));
    }

    private static void everyName(ColumnQuestion question) {
        question.about(HitKind.COMPANY, "t.name_key");
        question.about(HitKind.ACCOUNT, "t.person_key");
        question.about(HitKind.DOSSIER, "t.trainee_key");
    }

    private String every(IntFunction<String> condition) {
        return IntStream.range(0, text.words().size()).mapToObj(condition).collect(Collectors.joining(" and "));
    }

    /** A long word anywhere; a short one, of which an index knows too little, at the beginning of a word. */
    private String like(String column, int i) {
        return text.words().get(i).length() >= LONG
                ? column + " like :part" + i
                : "(" + column + " like :first" + i + " or " + column + " like :later" + i + ")";
    }

    private void name(int i, String word) {
        query.with("part" + i, "%" + word + "%");
        if (word.length() < LONG) {
            query.with("first" + i, word + "%").with("later" + i, "% " + word + "%");
        }
    }

    /** One of the whole words, by the index over all words of each name: it finds what is rare without reading what is not. */
    private static String holds(String column, int i) {
        return WORDS.formatted(column) + " && string_to_array(:meant" + i + ", ' ')";
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}

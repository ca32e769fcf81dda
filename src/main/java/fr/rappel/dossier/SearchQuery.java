package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One statement that asks several bounded questions at once, each answered by an index of its own; every value is a
 * parameter. Without any question it is empty and must not be asked.
 */
final class SearchQuery {

    /** Rows that one question brings at most. */
    static final int MOST = 100;

    /** Letters of a word that an index of three letters each can look up. */
    private static final int LONG = 3;

    /** As the indexes of V0012 have it. */
    private static final String WORDS = "regexp_split_to_array(%s, '[^[:alnum:]]+')";

    /** Dossiers that a filter looks at, for each question. */
    static final int LOOKED_AT = 2_000;

    private static final String NO_DOSSIER = ", cast(null as varchar) as type, cast(null as varchar) as status";
    private static final String NO_AMOUNT = ", cast(null as bigint) as amount";
    private static final String NO_DAY = ", cast(null as date) as on_day";
    private static final String NOTHING = "cast(null as varchar)";

    /** What a transfer of that reference paid, if it paid several: one invoice is named beside the transfer itself. */
    private static final String PAID_TOGETHER = """
            (t.issuer_siret, t.number) in (
                select p.issuer_siret, p.invoice_number from dossier_payment p
                 where p.reference_key = :reference
                   and exists (select 1 from dossier_payment o where o.bank_reference = p.bank_reference
                                  and (o.issuer_siret <> p.issuer_siret or o.invoice_number <> p.invoice_number)))""";

    private static final Map<HitKind, Source> SOURCES = new EnumMap<>(Map.of(
            HitKind.DOSSIER,
            new Source(
                    "dossier_dossier",
                    "t.number as id, t.number as label, t.trainee || ' — ' || c.name as text" + NO_AMOUNT
                            + ", t.starts_on as on_day, t.type, t.status",
                    "join dossier_company c on c.siren = substring(t.employer_siret from 1 for 9)"),
            HitKind.COMPANY,
            new Source(
                    "dossier_company",
                    "t.siren as id, t.name as label, " + NOTHING + " as text" + NO_AMOUNT + NO_DAY + NO_DOSSIER,
                    ""),
            HitKind.ESTABLISHMENT,
            new Source(
                    "dossier_establishment",
                    "t.siret as id, c.name as label, t.commune as text" + NO_AMOUNT + ", t.closed_on as on_day"
                            + NO_DOSSIER,
                    "join dossier_company c on c.siren = t.siren"),
            HitKind.ACCOUNT,
            new Source(
                    "dossier_account",
                    "t.email_key as id, t.email as label, t.person as text" + NO_AMOUNT + NO_DAY + NO_DOSSIER,
                    ""),
            HitKind.INVOICE,
            new Source(
                    "dossier_invoice",
                    "t.issuer_siret || '/' || t.number as id, t.number as label, t.dossier_number as text, t.amount,"
                            + " t.deposited_on as on_day" + NO_DOSSIER,
                    ""),
            HitKind.PAYMENT,
            new Source(
                    "dossier_payment",
                    "t.bank_reference as id, t.bank_reference as label, min(p.invoice_number) as text,"
                            + " cast(sum(p.amount) as bigint) as amount, min(p.paid_on) as on_day" + NO_DOSSIER,
                    "join dossier_payment p on p.bank_reference = t.bank_reference group by t.bank_reference")));

    private final List<String> questions = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String filtered;

    SearchQuery(SearchFilter filter) {
        List<String> conditions = new ArrayList<>();
        if (filter.type() != null) {
            conditions.add("t.type = :type");
            parameters.put("type", filter.type().name());
        }
        if (filter.status() != null) {
            conditions.add("t.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.year() != null) {
            int year = Math.clamp(filter.year(), 1, 9_998);
            conditions.add("t.starts_on >= :from and t.starts_on < :to");
            parameters.put("from", LocalDate.of(year, 1, 1));
            parameters.put("to", LocalDate.of(year + 1, 1, 1));
        }
        filtered = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What begins like the text, or holds its words. */
    static SearchQuery beginning(SearchText text, SearchFilter filter) {
        SearchQuery query = new SearchQuery(filter);
        if (text.number() != null) {
            query.parameters.put("number", text.number() + "%");
            query.askNumbers("like :number");
            query.parameters.put("reference", text.number());
            query.ask(HitKind.INVOICE, PAID_TOGETHER);
        }
        if (text.digits() != null) {
            query.parameters.put("digits", text.digits() + "%");
            query.ask(HitKind.COMPANY, "t.siren like :digits");
            if (text.digits().length() >= 9) {
                query.ask(HitKind.ESTABLISHMENT, "t.siret like :digits");
            }
        }
        if (text.email() != null) {
            query.parameters.put("email", literal(text.email()) + "%");
            query.ask(HitKind.ACCOUNT, "t.email_key like :email");
        }
        if (text.cents() != null) {
            query.parameters.put("cents", text.cents());
            query.ask(HitKind.INVOICE, "t.amount = :cents");
            query.ask(HitKind.PAYMENT, "t.amount = :cents");
        }
        if (!text.words().isEmpty()) {
            query.askNames(text.words());
        }
        return query;
    }

    /** Numbers that one slip of the pen makes of the text. */
    void alsoMisspeltNumbers(SearchText text) {
        Collection<String> slips = text.number() == null ? List.of() : NumberSlips.of(text.number());
        if (!slips.isEmpty()) {
            parameters.put("slips", slips);
            askNumbers("in (:slips)");
            if (text.digits() != null) {
                ask(HitKind.COMPANY, "t.siren in (:slips)");
                ask(HitKind.ESTABLISHMENT, "t.siret in (:slips)");
            }
        }
    }

    /** The newest dossiers of each of these establishments, on either side. */
    static SearchQuery of(List<String> sirets, SearchFilter filter) {
        SearchQuery query = new SearchQuery(filter);
        for (int i = 0; i < sirets.size(); i++) {
            query.parameters.put("siret" + i, sirets.get(i));
            if (filter.profile() != Profile.ORGANISME_FORMATION) {
                query.askNewest(Profile.ENTREPRISE, "t.employer_siret = :siret" + i);
            }
            if (filter.profile() != Profile.ENTREPRISE) {
                query.askNewest(Profile.ORGANISME_FORMATION, "t.provider_siret = :siret" + i);
            }
        }
        return query;
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    String sql() {
        return String.join(" union all ", questions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void askNumbers(String comparison) {
        ask(HitKind.DOSSIER, "t.number_key " + comparison);
        ask(HitKind.DOSSIER, "t.deca_key " + comparison);
        ask(HitKind.DOSSIER, "t.opco_key " + comparison);
        ask(HitKind.COMPANY, "t.member_key " + comparison);
        ask(HitKind.INVOICE, "t.number_key " + comparison);
        ask(HitKind.PAYMENT, "t.reference_key " + comparison);
    }

    private void askNames(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            name(i, words.get(i));
        }
        askEveryName(column -> every(words.size(), i -> like(column, i, words.get(i))));
    }

    /** Asks for names that hold, for each word written, one of the words that may be meant; on PostgreSQL only. */
    void askMeantNames(List<MeantWord> words) {
        boolean forgives = words.stream().anyMatch(word -> word.meant() != null);
        if (!forgives || words.stream().anyMatch(MeantWord::meansNothing)) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            List<String> meant = words.get(i).meant();
            if (meant == null) {
                name(i, words.get(i).written());
            } else {
                parameters.put("meant" + i, String.join(" ", meant));
            }
        }
        askEveryName(column -> every(
                words.size(),
                i -> words.get(i).meant() == null ? like(column, i, words.get(i).written()) : holds(column, i)));
    }

    private void askEveryName(UnaryOperator<String> condition) {
        ask(HitKind.COMPANY, condition.apply("t.name_key"));
        ask(HitKind.ACCOUNT, condition.apply("t.person_key"));
        ask(HitKind.ACCOUNT, condition.apply("t.email_key"));
        ask(HitKind.DOSSIER, condition.apply("t.trainee_key"));
    }

    private static String every(int words, IntFunction<String> condition) {
        return IntStream.range(0, words).mapToObj(condition).collect(Collectors.joining(" and "));
    }

    /** A long word anywhere; a short one, of which an index knows too little, at the beginning of a word. */
    private static String like(String column, int i, String word) {
        return word.length() >= LONG
                ? column + " like :word" + i
                : "(" + column + " like :first" + i + " or " + column + " like :later" + i + ")";
    }

    private void name(int i, String word) {
        if (word.length() >= LONG) {
            parameters.put("word" + i, "%" + word + "%");
        } else {
            parameters.put("first" + i, word + "%");
            parameters.put("later" + i, "% " + word + "%");
        }
    }

    /** One of the whole words, by the index over all words of each name: it finds what is rare without reading what is not. */
    private static String holds(String column, int i) {
        return WORDS.formatted(column) + " && string_to_array(:meant" + i + ", ' ')";
    }

    private void ask(HitKind kind, String condition) {
        ask(kind, NOTHING, condition);
    }

    private void askNewest(Profile profile, String condition) {
        ask(HitKind.DOSSIER, "'" + profile + "'", condition + " order by t.status_at desc");
    }

    /** What the filter keeps is chosen among rows found by an index: their number bounds the work, whatever is kept. */
    private void ask(HitKind kind, String profile, String condition) {
        Source source = Objects.requireNonNull(SOURCES.get(kind));
        boolean narrowed = kind == HitKind.DOSSIER && !filtered.isEmpty();
        String rows =
                "select * from " + source.table() + " t where " + condition + " limit " + (narrowed ? LOOKED_AT : MOST);
        // A transfer is one thing, however many of its lines are found.
        String things = kind == HitKind.PAYMENT ? "select distinct bank_reference from (" + rows + ") t" : rows;
        String invoices = kind == HitKind.PAYMENT ? "cast(count(*) as integer)" : "cast(null as integer)";
        questions.add("(select '" + kind + "' as kind, " + source.columns() + ", " + profile + " as profile, "
                + invoices + " as invoices from (" + things + ") t " + source.join() + (narrowed ? filtered : "")
                + " limit " + MOST + ")");
        if (narrowed) {
            beyond.add("(select 1 as found from " + source.table() + " t where " + condition + " limit 1 offset "
                    + LOOKED_AT + ")");
        }
    }

    /** Asks whether more dossiers match than a filter looks at; empty if there is no filter. */
    String beyond() {
        return String.join(" union all ", beyond);
    }

    private record Source(String table, String columns, String join) {}

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}

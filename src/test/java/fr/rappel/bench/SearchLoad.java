package fr.rappel.bench;

import fr.rappel.RappelApplication;
import fr.rappel.dossier.DossierOverview;
import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.Mentions;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.shared.Siret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Searches the copy by texts of every form, each taken from a row of its own, on the database that Spring's settings name;
 * then reads what the call sheet shows of the copy when a request is taken, for callers of any company and of the largest.
 *
 * <p>Arguments: {@code SEARCHES} of each form, and the folder for data; no searches at all only prepare the database.
 */
final class SearchLoad {

    private static final int WARM_UP = 20;

    private static final Map<String, String> TEXTS = texts();

    private static final String EMAIL =
            "(select account_key from dossier_rattachement r where r.siren = %s.siren limit 1) as email";

    private static final Map<String, String> SHEETS = Map.of(
            "sheet", """
                    select employer_siret as siret, number, %s
                      from (select employer_siret, number, left(employer_siret, 9) as siren
                              from dossier_dossier tablesample system (1) repeatable (7) limit :count) d""".formatted(EMAIL.formatted("d")),
            "sheet_largest", """
                    select siret, 'DOS-00000001' as number, %s
                      from (select siret, siren from dossier_establishment
                             where siren = (select siren from dossier_establishment
                                             group by siren order by count(*) desc, siren limit 1)
                             limit :count) e""".formatted(EMAIL.formatted("e")));

    private SearchLoad() {}

    /**
     * @param number of a dossier that the message names
     */
    private record Caller(
            String siret, String number, @Nullable String email) {}

    public static void main(String[] arguments) {
        int searches = Integer.parseInt(arguments[0]);
        try (var context = SpringApplication.run(
                RappelApplication.class,
                "--server.port=0",
                "--rappel.data=" + arguments[1],
                "--logging.level.root=warn")) {
            if (searches == 0) {
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "agent", null, AuthorityUtils.createAuthorityList("ROLE_AGENT")));
            DossierSearch search = context.getBean(DossierSearch.class);
            List<Long> all = new ArrayList<>();
            TEXTS.forEach((form, sql) -> {
                List<String> texts = context.getBean(JdbcClient.class)
                        .sql(sql)
                        .param("count", searches + WARM_UP)
                        .query(String.class)
                        .list();
                List<Long> nanos = measure(texts, text -> search.search(text, SearchFilter.NONE));
                all.addAll(nanos);
                print(form, nanos);
            });
            print("all", all);
            SHEETS.forEach((name, sql) -> {
                List<Caller> callers = context.getBean(JdbcClient.class)
                        .sql(sql)
                        .param("count", searches + WARM_UP)
                        .query(Caller.class)
                        .list();
                print(name, sheets(context, callers));
            });
        }
    }

    /** All that is asked of the copy between "take" and what stands on the sheet. */
    private static List<Long> sheets(ApplicationContext context, List<Caller> callers) {
        DossierOverview overview = context.getBean(DossierOverview.class);
        RequestLinks links = context.getBean(RequestLinks.class);
        Mentions mentions = context.getBean(Mentions.class);
        return measure(callers, caller -> {
            overview.of(new Siret(caller.siret()), caller.email(), Purpose.of(ReadingReason.INCOMING_CALL));
            links.of("ABCD2345");
            mentions.in("Notre SIRET est le " + caller.siret() + " : où en est le dossier " + caller.number() + " ?");
        });
    }

    private static <T> List<Long> measure(List<T> drawn, Consumer<T> operation) {
        List<Long> nanos = new ArrayList<>();
        for (T one : drawn) {
            long start = System.nanoTime();
            operation.accept(one);
            nanos.add(System.nanoTime() - start);
        }
        return nanos.subList(Math.min(WARM_UP, nanos.size()), nanos.size());
    }

    private static void print(String form, List<Long> nanos) {
        double seconds = nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
        System.out.println(Timings.of(form, nanos, seconds).line());
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", drawn("number", "dossier"));
        texts.put("number_prefix", drawn("left(number, 9)", "dossier"));
        texts.put("number_slip", drawn("overlay(number placing '77' from 6 for 1)", "dossier"));
        texts.put("siren", drawn("siren", "company"));
        texts.put("siret", drawn("employer_siret", "dossier"));
        texts.put("provider", drawn("provider_siret", "dossier"));
        texts.put("company", drawn("name", "company"));
        texts.put("trade", drawn("split_part(name, ' ', 1)", "company"));
        texts.put("member", drawn("member_number", "company"));
        texts.put("trainee", drawn("trainee", "dossier"));
        texts.put("trainee_name", drawn("split_part(trainee, ' ', 2)", "dossier"));
        texts.put("trainee_start", drawn("left(split_part(trainee, ' ', 2), 3)", "dossier"));
        texts.put("trainee_slip", drawn("regexp_replace(trainee, '(.)(.)(.)$', '\\1\\3\\2')", "dossier"));
        texts.put("email", drawn("email", "account"));
        texts.put("invoice", drawn("number", "invoice"));
        texts.put("bank", drawn("bank_reference", "payment"));
        texts.put("amount", drawn("replace((amount / 100.0)::numeric(12, 2)::text, '.', ',')", "invoice"));
        texts.put("nothing", drawn("'zz' || left(md5(number), 6)", "dossier"));
        return texts;
    }

    private static String drawn(String text, String table) {
        return "select " + text + " from dossier_" + table + " tablesample system (1) repeatable (7) limit :count";
    }
}

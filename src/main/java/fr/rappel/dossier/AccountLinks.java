package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads portal accounts and what they are linked to. */
@Component
class AccountLinks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    AccountLinks(JdbcClient jdbc, Clock clock, @Value("${rappel.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** The key of an account: its address in lower case. */
    static String key(@Nullable String email) {
        return CleanText.clean(email).toLowerCase(Locale.ROOT);
    }

    /** The account of that address, with its links to any company. */
    Optional<LinkedAccount> ofAccount(String email) {
        return jdbc.sql("select * from dossier_account where email_key = :key")
                .param("key", key(email))
                .query(PortalAccount.class)
                .optional()
                .map(account -> LinkedAccount.of(
                        account,
                        jdbc
                                .sql(
                                        "select * from dossier_rattachement where account_key = :key order by status, since desc limit :limit")
                                .param("key", account.emailKey())
                                .param("limit", LinkedAccount.READ)
                                .query(Rattachement.class)
                                .list()
                                .stream()
                                .sorted(activeFirst())
                                .toList()));
    }

    /** The caller's account, with its links to any company, then the accounts linked to this one. */
    List<LinkedAccount> ofCompany(String siren, @Nullable String email) {
        String own = key(email);
        Map<String, List<Rattachement>> links = jdbc
                .sql("""
                        (select * from dossier_rattachement where siren = :siren order by status, since desc limit :limit)
                        union
                        (select * from dossier_rattachement where account_key = :own order by status, since desc limit :limit)""")
                .param("siren", siren)
                .param("own", own)
                .param("limit", LinkedAccount.READ)
                .query(Rattachement.class)
                .list()
                .stream()
                .sorted(activeFirst())
                .collect(Collectors.groupingBy(Rattachement::accountKey));
        Set<String> keys = new TreeSet<>(links.keySet());
        keys.add(own);
        List<LinkedAccount> accounts = new ArrayList<>();
        jdbc.sql("select * from dossier_account where email_key in (:keys) order by email_key")
                .param("keys", keys)
                .query(PortalAccount.class)
                .list()
                .forEach(account ->
                        accounts.add(LinkedAccount.of(account, links.getOrDefault(account.emailKey(), List.of()))));
        accounts.sort(
                Comparator.comparing(linked -> !linked.account().emailKey().equals(own)));
        return List.copyOf(accounts);
    }

    /** How many accounts are linked to a company. */
    int countOfCompany(String siren) {
        return jdbc.sql("select count(distinct account_key) from dossier_rattachement where siren = :siren")
                .param("siren", siren)
                .query(Integer.class)
                .single();
    }

    private Comparator<Rattachement> activeFirst() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return Comparator.comparing((Rattachement link) -> link.on(today) != LinkState.ACTIF)
                .thenComparing(Comparator.comparing(Rattachement::since).reversed());
    }
}

package fr.rappel.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads what rules look at, for several dossiers by the same few statements. */
@Component
class Situations {

    private static final int MOST = 2000;

    /** All of them, in few rows: of a dossier's papers none may be forgotten, or it would be said to be missing. */
    private static final String PAPERS = """
            select dossier_number, kind, direction, signed, max(dated) as newest from dossier_document
             where dossier_number in (:numbers) group by dossier_number, kind, direction, signed""";

    /** The newest two hundred of each dossier, so that those of one leave room for the others'. */
    private static final String INVOICES = """
            select * from (select i.*, row_number() over (partition by dossier_number
                                                          order by deposited_on desc nulls last, number) as nth
                             from dossier_invoice i where dossier_number in (:numbers)) i
             where nth <= 200 order by nth""";

    /** Issuers of their invoices who were paid before, or whose RIB came with another dossier. */
    private static final String PAYABLE = """
            select distinct i.issuer_siret from dossier_invoice i where i.dossier_number in (:numbers)
               and (exists (select 1 from dossier_payment p where p.issuer_siret = i.issuer_siret)
                    or exists (select 1 from dossier_invoice o
                                 join dossier_document t on t.dossier_number = o.dossier_number
                                where o.issuer_siret = i.issuer_siret and t.kind = 'RIB' and t.direction = 'DEPOSE'))""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Situations(JdbcClient jdbc, Clock clock, @Value("${rappel.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** The situations of these dossiers, in their order. */
    List<Situation> of(List<Dossier> dossiers) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        List<String> numbers = dossiers.stream().map(Dossier::number).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<String, List<Situation.Papers>> papers = query(PAPERS, numbers, Situation.Papers.class).stream()
                .collect(Collectors.groupingBy(Situation.Papers::dossierNumber));
        Map<String, List<Invoice>> invoices =
                query(INVOICES, numbers, Invoice.class).stream().collect(Collectors.groupingBy(Invoice::dossierNumber));
        Set<String> payable = Set.copyOf(query(PAYABLE, numbers, String.class));
        return dossiers.stream()
                .map(dossier -> new Situation(
                        dossier,
                        papers.getOrDefault(dossier.number(), List.of()),
                        invoices.getOrDefault(dossier.number(), List.of()),
                        payable,
                        dossier.completeAt() == null ? null : LocalDate.ofInstant(dossier.completeAt(), zone),
                        today))
                .toList();
    }

    /** The documents of a dossier, newest first. */
    List<DossierDocument> documents(String number) {
        return query(
                "select * from dossier_document where dossier_number in (:numbers) order by dated desc, id limit "
                        + MOST,
                List.of(number),
                DossierDocument.class);
    }

    /** What was paid of a dossier's invoices, newest first. */
    List<Payment> payments(String number) {
        return query("""
                select p.* from dossier_payment p
                  join dossier_invoice i on i.issuer_siret = p.issuer_siret and i.number = p.invoice_number
                 where i.dossier_number in (:numbers) order by p.paid_on desc, p.bank_reference limit\s""" + MOST, List.of(number), Payment.class);
    }

    private <T> List<T> query(String sql, List<String> numbers, Class<T> type) {
        return jdbc.sql(sql).param("numbers", numbers).query(type).list();
    }
}

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

    private static final String LIMIT = " limit 2000";

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
        Map<String, List<DossierDocument>> documents = query(
                        "select * from dossier_document where dossier_number in (:numbers) order by dated desc, id",
                        numbers,
                        DossierDocument.class)
                .stream()
                .collect(Collectors.groupingBy(DossierDocument::dossierNumber));
        Map<String, List<Invoice>> invoices = query(
                        "select * from dossier_invoice where dossier_number in (:numbers) order by deposited_on desc, number",
                        numbers,
                        Invoice.class)
                .stream()
                .collect(Collectors.groupingBy(Invoice::dossierNumber));
        List<Payment> payments = query("""
                select p.* from dossier_payment p
                  join dossier_invoice i on i.issuer_siret = p.issuer_siret and i.number = p.invoice_number
                 where i.dossier_number in (:numbers) order by p.paid_on desc, p.bank_reference""", numbers, Payment.class);
        Set<String> payable = payable(numbers);
        return dossiers.stream()
                .map(dossier -> {
                    List<Invoice> own = invoices.getOrDefault(dossier.number(), List.of());
                    return new Situation(
                            dossier,
                            documents.getOrDefault(dossier.number(), List.of()),
                            own,
                            payments.stream()
                                    .filter(payment -> own.stream().anyMatch(payment::pays))
                                    .toList(),
                            own.stream().anyMatch(invoice -> payable.contains(invoice.issuerSiret())),
                            dossier.completeAt() == null ? null : LocalDate.ofInstant(dossier.completeAt(), zone),
                            today);
                })
                .toList();
    }

    /** Issuers of their invoices who were paid before, or whose RIB came with another dossier. */
    private Set<String> payable(List<String> numbers) {
        return Set.copyOf(query("""
                select distinct i.issuer_siret from dossier_invoice i where i.dossier_number in (:numbers)
                   and (exists (select 1 from dossier_payment p where p.issuer_siret = i.issuer_siret)
                        or exists (select 1 from dossier_invoice o
                                     join dossier_document t on t.dossier_number = o.dossier_number
                                    where o.issuer_siret = i.issuer_siret and t.kind = 'RIB' and t.direction = 'DEPOSE'))""", numbers, String.class));
    }

    private <T> List<T> query(String sql, List<String> numbers, Class<T> type) {
        return jdbc.sql(sql + LIMIT).param("numbers", numbers).query(type).list();
    }
}

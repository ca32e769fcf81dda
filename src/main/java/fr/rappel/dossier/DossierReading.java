package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a dossier, a document or an account. Whoever does says why, and that is recorded. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class DossierReading {

    private final JdbcClient jdbc;
    private final Situations situations;
    private final Readings readings;
    private final AccountLinks accounts;
    private final CurrentUser currentUser;

    DossierReading(
            JdbcClient jdbc, Situations situations, Readings readings, AccountLinks accounts, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.readings = readings;
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    /**
     * Whether something may be opened for that purpose: for a reason, or for a request that the reader holds. A request
     * may have been given back, or taken by somebody else, since an address was written for it.
     */
    @Transactional(readOnly = true)
    public boolean mayBeFor(Purpose purpose) {
        return readings.mayBeFor(purpose);
    }

    /**
     * The dossier of that number, in any writing.
     *
     * @throws DossierNotFound if there is none
     */
    public DossierSheet open(String number, Purpose purpose) {
        Dossier dossier = jdbc.sql("""
                        select * from dossier_dossier where number_key = :key
                         order by case when number = :number then 0 else 1 end, number limit 1""")
                .param("key", NumberKey.of(number))
                .param("number", CleanText.clean(number))
                .query(Dossier.class)
                .optional()
                .orElseThrow(DossierNotFound::new);
        readings.record(Subject.DOSSIER, dossier.number(), purpose);
        Situation situation = situations.of(List.of(dossier)).getFirst();
        return new DossierSheet(
                dossier,
                companyName(dossier.employerSiret()),
                dossier.providerSiret() == null ? null : companyName(dossier.providerSiret()),
                history(dossier.number()),
                situations.documents(dossier.number()).stream().map(this::seen).toList(),
                situation.invoices(),
                situations.payments(dossier.number()),
                BlockingRule.blockersOf(situation));
    }

    /**
     * The description of the document of that number.
     *
     * @throws DossierNotFound if there is none
     */
    public DossierDocument document(String id, Purpose purpose) {
        DossierDocument document = jdbc.sql("select * from dossier_document where id = :id")
                .param("id", CleanText.clean(id))
                .query(DossierDocument.class)
                .optional()
                .orElseThrow(DossierNotFound::new);
        readings.record(Subject.DOCUMENT, document.id(), purpose);
        return seen(document);
    }

    /**
     * The account of that address, in any case, with its rattachements. It is a reading of the account, and of each company
     * that it is linked to: whoever looks for those who read of a company finds this one too.
     *
     * @throws DossierNotFound if there is none
     */
    public AccountSheet account(String email, Purpose purpose) {
        LinkedAccount linked = accounts.ofAccount(email).orElseThrow(DossierNotFound::new);
        List<String> sirens =
                linked.links().stream().map(Rattachement::siren).distinct().toList();
        readings.record(Subject.ACCOUNT, linked.account().emailKey(), purpose);
        readings.record(Subject.COMPANY, sirens, purpose);
        Map<String, String> names = new HashMap<>();
        if (!sirens.isEmpty()) {
            jdbc.sql("select * from dossier_company where siren in (:sirens)")
                    .param("sirens", sirens)
                    .query(Company.class)
                    .list()
                    .forEach(company -> names.put(company.siren(), company.name()));
        }
        return new AccountSheet(linked, names);
    }

    private DossierDocument seen(DossierDocument document) {
        return document.kind().isConfidential() && !currentUser.hasRole(Roles.SUPERVISOR)
                ? document.withheld()
                : document;
    }

    private @Nullable String companyName(String siret) {
        return jdbc.sql("select name from dossier_company where siren = substring(:siret from 1 for 9)")
                .param("siret", siret)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<StatusChange> history(String number) {
        return jdbc.sql("select * from dossier_status_change where dossier_number = :number order by at limit 200")
                .param("number", number)
                .query(StatusChange.class)
                .list();
    }
}

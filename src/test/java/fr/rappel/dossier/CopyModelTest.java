package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.rappel.testing.DatabaseTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The tables say what the records say, on both databases. */
@DatabaseTest
@Transactional
class CopyModelTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsACompanyADossierAndALinkAsRecords() {
        company("099900002");
        jdbc.sql("""
                insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status,
                    status_at, amount_asked, import_run)
                values ('D-1', 'd1', 'PRO_A', '09990000200015', 'Zoé Ré', 'zoe re', 'TRANSMIS',
                    timestamp with time zone '2026-03-01 12:00:00+01:00', 125040, 1)""").update();

        var company = jdbc.sql("select * from dossier_company where siren = '099900002'")
                .query(Company.class)
                .single();
        assertThat(company.state()).isEqualTo(RegisterState.ACTIVE);
        assertThat(company.memberNumber()).isNull();
        var dossier = jdbc.sql("select * from dossier_dossier where number = 'D-1'")
                .query(Dossier.class)
                .single();
        assertThat(dossier.type()).isEqualTo(DossierType.PRO_A);
        assertThat(dossier.statusAt()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(dossier.amountAsked()).isEqualTo(125_040L);
        assertThat(dossier.amountGranted()).isNull();
    }

    @Test
    void aLinkCoversACompanyOrOneOfItsEstablishments() {
        jdbc.sql("insert into dossier_account values ('a@b.fr', 'A@b.fr', 'A', 'a', 'OF', false, 'ACTIF', 1)")
                .update();
        link("099900002", "099900002", null);
        link("09990000200023", "099900002", "09990000200023");

        var links = jdbc.sql("select * from dossier_rattachement order by scope")
                .query(Rattachement.class)
                .list();
        assertThat(links).extracting(link -> link.covers("09990000200015")).containsExactly(true, false);
        assertThat(links).allMatch(link -> link.since().equals(LocalDate.of(2026, 1, 5)));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> link("099900002", "099900002", "09990000200015"));
    }

    private void company(String siren) {
        jdbc.sql(
                        "insert into dossier_company (siren, name, name_key, state, import_run) values (:siren, 'A', 'a', 'ACTIVE', 1)")
                .param("siren", siren)
                .update();
        jdbc.sql("""
                insert into dossier_establishment (siret, siren, head_office, state, import_run)
                values (:siret, :siren, true, 'ACTIVE', 1)""").param("siren", siren).param("siret", siren + "00015").update();
    }

    private void link(String scope, String siren, String siret) {
        jdbc.sql("""
                insert into dossier_rattachement (account_key, scope, role, since, siren, siret, status, import_run)
                values ('a@b.fr', :scope, 'ENTREPRISE', date '2026-01-05', :siren, :siret, 'ACTIF', 1)""")
                .param("scope", scope)
                .param("siren", siren)
                .param("siret", siret)
                .update();
    }
}

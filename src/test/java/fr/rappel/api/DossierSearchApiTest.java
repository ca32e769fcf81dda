package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
@AutoConfigureMockMvc
class DossierSearchApiTest {

    private static final String SEARCH = "/api/v1/search";

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private JdbcClient jdbc;

    private ApiClient api;

    @BeforeEach
    void oneCompany() {
        data.clear();
        data.account(amelie);
        api = new ApiClient(mvc);
        jdbc.sql("""
                merge into dossier_company using (select 1) as one on siren = '099900002'
                 when not matched then insert (siren, name, name_key, state, import_run)
                 values ('099900002', 'Atelier Zéphyr', 'atelier zephyr', 'ACTIVE', 0)""").update();
    }

    @Test
    void answersItemsByKind() {
        var answer = api.get(SEARCH + "?q=zephyr", amelie);
        assertThat(answer).hasStatus(200).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        var item = ApiClient.body(answer).get("items").get(0);
        assertThat(item.get("kind").asString()).isEqualTo("COMPANY");
        assertThat(item.get("id").asString()).isEqualTo("099900002");
        assertThat(item.get("label").asString()).isEqualTo("Atelier Zéphyr");
        assertThat(item.get("detail").asString()).isEqualTo("099900002");
    }

    @Test
    void answersNothingToNothing() {
        for (String text : new String[] {"", "%25", "%00", "zzz-nobody", "x".repeat(5_000)}) {
            var answer = api.get(SEARCH + "?q=" + text, amelie);
            assertThat(answer).hasStatus(200);
            assertThat(ApiClient.body(answer).get("items")).isEmpty();
        }
    }

    @Test
    void refusesStrangersAndQuestionsWithoutText() {
        assertThat(api.get(SEARCH + "?q=zephyr", null)).hasStatus(401);
        assertThat(api.get(SEARCH, amelie)).hasStatus(400);
    }
}

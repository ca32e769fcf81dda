package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import fr.rappel.callback.AddMessage;
import fr.rappel.callback.DayPart;
import fr.rappel.callback.SayUnavailable;
import fr.rappel.followup.FollowUp;
import fr.rappel.followup.FollowUpLinks;
import fr.rappel.followup.LinkRefused;
import fr.rappel.followup.Post;
import fr.rappel.followup.SentDocument;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the visitor did on the follow-up page, as the agent sees it. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class ReceivedPartTest extends SpringBrowserlessTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>.pdf";

    @Autowired
    private FollowUp followUp;

    @Autowired
    private FollowUpLinks links;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void oneRequest() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        reference = data.waiting(clock.instant());
    }

    @Test
    void showsWhatTheVisitorSaid() {
        followUp.addMessage(post(), new AddMessage("Je suis en formation <b>jeudi</b>."));
        followUp.sayUnavailable(post(), new SayUnavailable(LocalDate.parse("2026-03-05"), null, DayPart.MORNING));
        open();
        assertThat(text())
                .contains("Message ajouté par la personne", "Je suis en formation <b>jeudi</b>.")
                .contains("Ne pas appeler", "jeudi 5 mars, avant 13\u00a0h")
                .doesNotContain("@visitor");
    }

    @Test
    void offersDocumentsToDownloadAsTheyMayBeRead() {
        add("devis.pdf", "%PDF-1.7 a");
        add(HOSTILE, "%PDF-1.7 b");
        jdbc.sql("update followup_document set state = 'WAITING' where slot = 2")
                .update();
        open();
        assertThat(text()).contains("devis.pdf", "aucun antivirus n’est installé", HOSTILE, "pas encore vérifié");
        assertThat(downloads()).singleElement().satisfies(link -> {
            assertThat(link.getHref()).matches("console/pieces-recues/\\d+");
            assertThat(link.getElement().hasAttribute("download")).isTrue();
        });
    }

    @Test
    void takesTheLinksBack() {
        String link = link();
        open();
        click("Révoquer le lien de suivi…");
        click("Révoquer");
        assertThatThrownBy(() -> followUp.open(link, "10.95.0.1")).isInstanceOf(LinkRefused.class);
        assertThat(text()).contains("Lien de suivi révoqué par Nom de amelie");
    }

    private List<Anchor> downloads() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.getHref().contains("pieces-recues"))
                .toList();
    }

    private void add(String name, String contents) {
        var source = new ByteArrayResource(contents.getBytes(StandardCharsets.US_ASCII));
        assertThat(followUp.addDocuments(post(), List.of(new SentDocument(name, source))))
                .isEmpty();
    }

    private Post post() {
        return new Post(link(), UUID.randomUUID().toString(), "10.95.0.2");
    }

    private String link() {
        return links.pathOf(reference).substring("/suivi/".length());
    }

    private void open() {
        navigate("console/demandes/" + reference, CallSheetView.class);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

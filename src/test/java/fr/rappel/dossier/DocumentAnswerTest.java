package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Voici la lettre", and what a request is about. */
@DatabaseTest
class DocumentAnswerTest {

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private DocumentAnswer answer;

    @Autowired
    private RequestLinks links;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private TestData data;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void aRequestAndALetter() {
        data.clear();
        reference = data.request(
                TestClock.OPEN_TUESDAY,
                Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", TestClock.OPEN_TUESDAY));
        new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie", "1")
                .establishment("55208131766522", Map.of())
                .dossier("DOS-1", "55208131766522", "Zoé Ré", Map.of())
                .document("DOC-1", "DOS-1", "ACCORD_PRISE_EN_CHARGE", "EMIS", "2026-02-01");
    }

    @Test
    void notesTheLetterAndLinksItInOneGo() {
        amelie.does(() -> answer.give(reference, "DOC-1"));
        assertThat(amelie.get(() -> sheets.open(reference)).timeline())
                .extracting(TimelineEntry::note)
                .containsExactly(
                        "Voici la lettre\u00a0: Accord de prise en charge du 1er février 2026, dossier DOS-1.");
        assertThat(amelie.get(() -> links.of(reference)))
                .extracting(link -> link.subject() + " " + link.id() + " " + link.dossierNumber() + " " + link.by())
                .containsExactlyInAnyOrder("DOSSIER DOS-1 DOS-1 amelie", "DOCUMENT DOC-1 DOS-1 amelie");
        assertThat(data.count(
                        "dossier_reading where subject = 'DOCUMENT' and in_request and purpose = '" + reference + "'"))
                .isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenItIsRefused() {
        assertThatThrownBy(() -> amelie.does(() -> answer.give(reference, "DOC-9")))
                .isInstanceOf(DossierNotFound.class);
        assertThatThrownBy(() -> amelie.does(() -> answer.give("AAAAAAAA", "DOC-1")))
                .isInstanceOf(RequestNotFound.class);
        assertThat(data.count("dossier_link")).isZero();
        assertThat(data.count("dossier_reading")).isZero();
    }

    @Test
    void onlyWhoHoldsTheRequestSaysWhatItIsAbout() {
        Person bruno = Person.agent("bruno");
        amelie.does(() -> links.linkDossier(reference, "DOS-1"));
        assertThatThrownBy(() -> bruno.does(() -> links.linkDocument(reference, "DOC-1")))
                .isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> bruno.does(() -> links.unlink(reference, Subject.DOSSIER, "DOS-1")))
                .isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> bruno.does(() -> answer.give(reference, "DOC-1")))
                .isInstanceOf(NotHolder.class);
        assertThat(data.count("dossier_link")).isEqualTo(1);
        data.giveAllBack();
        assertThatThrownBy(() -> amelie.does(() -> links.linkDocument(reference, "DOC-1")))
                .isInstanceOf(NotHolder.class);
        Person.supervisor("claire").does(() -> answer.give(reference, "DOC-1"));
        assertThat(data.count("dossier_link")).isEqualTo(2);
    }

    @Test
    void linksOnceAndUnlinks() {
        amelie.does(() -> links.linkDossier(reference, "DOS-1"));
        Person.supervisor("claire").does(() -> links.linkDossier(reference, "DOS-1"));
        assertThat(amelie.get(() -> links.of(reference)))
                .extracting(RequestLink::by)
                .containsExactly("amelie");
        assertThat(amelie.get(() -> links.of("AAAAAAAA"))).isEmpty();
        amelie.does(() -> links.unlink(reference, Subject.DOCUMENT, "DOS-1"));
        assertThat(amelie.get(() -> links.of(reference))).hasSize(1);
        amelie.does(() -> links.unlink(reference, Subject.DOSSIER, "DOS-1"));
        assertThat(amelie.get(() -> links.of(reference))).isEmpty();
        for (String guess : List.of("", "DOC-1", "DOS-2", "' or 1=1")) {
            assertThatThrownBy(() -> amelie.does(() -> links.linkDossier(reference, guess)))
                    .isInstanceOf(DossierNotFound.class);
        }
    }
}

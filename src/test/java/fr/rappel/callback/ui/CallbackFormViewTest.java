package fr.rappel.callback.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.callback.CompanySize;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What a visitor meets on the form, without a browser. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.callback.ui", "fr.rappel.shell"})
class CallbackFormViewTest extends SpringBrowserlessTest {

    private static final String MESSAGE = "Je n’arrive pas à déposer le contrat de notre serveur.";

    @Autowired
    private ReferenceLists lists;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openForm() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        UI.getCurrent().setLocale(Locale.FRENCH);
        navigate(CallbackFormView.class);
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void storesTheRequestAndShowsReferenceAndPromise() {
        fill();
        send();
        assertThat($(H1.class).first().getText()).isEqualTo("Votre demande est enregistrée");
        String reference = $(Span.class).withId("reference").single().getText().replace("\u00A0", "");
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        assertThat(data.column(reference, "channel")).isEqualTo("FORM");
        assertThat(data.column(reference, "message")).isEqualTo(MESSAGE);
        assertThat($(Button.class).withText("Demander à être rappelé").exists()).isFalse();
    }

    @Test
    void saysAtTheFieldAndInTheSummaryWhatIsWrongAndKeepsWhatWasTyped() {
        fill();
        text("siret").setValue("55208131766523");
        text("phone").setValue("08 92 70 12 39");
        send();

        assertThat(text("siret").isInvalid()).isTrue();
        assertThat(text("siret").getErrorMessage()).isNotBlank();
        assertThat(text("phone").isInvalid()).isTrue();
        assertThat(text("firstName").isInvalid()).isFalse();
        var summary = $(ErrorSummary.class).single();
        assertThat(summary.isVisible()).isTrue();
        assertThat(summary.getElement().getTextRecursively()).contains("2 champs sont à corriger");
        assertThat($(Button.class, summary).all()).hasSize(2);
        assertThat(text("firstName").getValue()).isEqualTo("Élodie");
        assertThat($(TextArea.class).single().getValue()).isEqualTo(MESSAGE);
        assertThat(data.count("callback_request")).isZero();

        text("siret").setValue("55208131766522");
        text("phone").setValue("01 42 76 40 40");
        send();
        assertThat(data.count("callback_request")).isEqualTo(1);
    }

    @Test
    void namesEveryFieldOfAnEmptyForm() {
        send();
        assertThat($(Button.class, $(ErrorSummary.class).single()).all()).hasSize(11);
        assertThat($(Checkbox.class).single().isInvalid()).isTrue();
        assertThat(data.count("callback_request")).isZero();
    }

    @Test
    void storesOnceWhatIsSentTwice() {
        fill();
        Button send = sendButton();
        send.click();
        send.click();
        assertThat(data.count("callback_request")).isEqualTo(1);
    }

    @Test
    void countsForTheAnswerFromWhichItWasOpened() {
        Object counts = context.getBean("faqCounts");
        ReflectionTestUtils.invokeMethod(counts, "write");
        jdbc.sql("delete from faq_count").update();
        UI.getCurrent().navigate("rappel", QueryParameters.of("depuis", "creer-mon-compte"));
        clock.advance(Duration.ofMinutes(2));
        fill();
        send();
        ReflectionTestUtils.invokeMethod(counts, "write");
        assertThat(jdbc.sql("select kind, item, times from faq_count").query().listOfRows())
                .singleElement()
                .asString()
                .containsIgnoringCase("kind=ASKED, item=creer-mon-compte, times=1");
    }

    @Test
    void showsNumbersTheWayPeopleReadThem() {
        text("siret").setValue("55208131766522");
        text("phone").setValue("+33142764040");
        assertThat(text("siret").getValue()).isEqualTo("552\u00A0081\u00A0317\u00A066522");
        assertThat(text("phone").getValue()).isEqualTo("01\u00A042\u00A076\u00A040\u00A040");
    }

    @Test
    void understandsAChoiceThatIsTypedAndAsksForOneThatIsUnclear() {
        ComboBox<Region> region = combo(Region.class, "region");
        type(region, "bretag");
        assertThat(region.getValue().name()).isEqualTo("Bretagne");
        assertThat(region.isInvalid()).isFalse();
        for (String unclear : new String[] {"saint", "Atlantide", ""}) {
            type(region, unclear);
            assertThat(region.getValue()).as(unclear).isNull();
            assertThat(region.getErrorMessage()).isEqualTo("Choisissez une réponse de la liste.");
        }
        type(region, "reunion");
        assertThat(region.isInvalid()).isFalse();
    }

    @Test
    void proposesAnswersWhileSubjectAndMessageAreTyped() {
        assertThat($(FaqHints.class).exists()).isFalse();
        $(TextArea.class).single().setValue("Je ne vois plus mes dossiers sur le portail");
        FaqHints hints = $(FaqHints.class).single();
        assertThat($(Anchor.class, hints).all())
                .hasSizeBetween(1, 3)
                .allSatisfy(link -> assertThat(link.getHref()).startsWith("/faq/"))
                .allSatisfy(link -> assertThat(link.getTarget()).contains("_blank"));
        $(TextArea.class).single().clear();
        assertThat($(FaqHints.class).exists()).isFalse();
        combo(Topic.class, "topic").setValue(lists.topics().getFirst());
        assertThat($(Anchor.class, hints).all()).hasSizeBetween(1, 3);
    }

    @Test
    void proposesTheDomainThatWasMeant() {
        text("email").setValue("elodie@gmail.fr");
        Button proposal = $(Button.class).withTextContaining("gmail.com").single();
        test(proposal).click();
        assertThat(text("email").getValue()).isEqualTo("elodie@gmail.com");
        assertThat(proposal.isVisible()).isFalse();
    }

    @Test
    void countsTheSignsOfTheMessage() {
        $(TextArea.class).single().setValue(MESSAGE);
        assertThat($(TextArea.class).single().getHelperText())
                .contains(String.valueOf(MESSAGE.length()))
                .contains("4\u202F000");
    }

    @Test
    void saysWhetherTheLineIsOpenWhenThePageComesBack() {
        assertThat(lineChip()).startsWith("Ouvert");
        clock.set(TestClock.OPEN_TUESDAY.plus(Duration.ofHours(12)));
        var panel = $(LinePanel.class).single();
        var parent = panel.getElement().getParent();
        panel.getElement().removeFromParent();
        parent.appendChild(panel.getElement());
        assertThat(lineChip()).startsWith("Fermé");
    }

    @Test
    void thanksARobotAndSetsItsRequestAside() {
        fill();
        $(Input.class).single().setValue("https://spam.example");
        send();
        assertThat($(H1.class).first().getText()).isEqualTo("Votre demande est enregistrée");
        assertThat(data.count("callback_request where status = 'REVIEW'")).isEqualTo(1);
    }

    private void fill() {
        text("firstName").setValue("Élodie");
        text("lastName").setValue("Étienne");
        text("email").setValue("elodie@exemple.fr");
        text("phone").setValue("01 42 76 40 40");
        text("siret").setValue("552 081 317 66522");
        combo(Region.class, "region").setValue(lists.region("11").orElseThrow());
        combo(Sector.class, "sector").setValue(lists.sector("HCR").orElseThrow());
        size().setValue(CompanySize.UNDER_11);
        combo(Topic.class, "topic").setValue(lists.topics().getFirst());
        $(TextArea.class).single().setValue(MESSAGE);
        $(Checkbox.class).single().setValue(true);
    }

    private String lineChip() {
        return $(Span.class).withClassName("line-chip").single().getText();
    }

    /** Typed and left without choosing. */
    private static void type(ComboBox<?> field, String text) {
        ComponentUtil.fireEvent(field, new ComboBoxBase.CustomValueSetEvent<>(field, true, text));
    }

    private void send() {
        test(sendButton()).click();
    }

    private Button sendButton() {
        return $(Button.class).withText("Demander à être rappelé").single();
    }

    private TextField text(String name) {
        return $(TextField.class).withId("field-" + name).single();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(Class<T> type, String name) {
        return $(ComboBox.class).withId("field-" + name).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<CompanySize> size() {
        return $(RadioButtonGroup.class).single();
    }
}

package fr.rappel.faq;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.Defaults;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What visitors type finds what they mean, in the default contents. */
@TestInstance(Lifecycle.PER_CLASS)
@SpringJUnitConfig(Defaults.class)
@TestPropertySource(properties = "rappel.defaults=classpath:defaults/")
class FaqContentsTest {

    private final FaqContents faq;

    FaqContentsTest(@Autowired Defaults defaults) {
        faq = new FaqContents(FaqDefaults.read(defaults, Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        // the question itself
        "Comment envoyer une facture ?, envoyer-une-facture",
        "à quoi sert mon espace, a-quoi-sert-mon-espace",
        // accents, capitals, apostrophes
        "cle api, obtenir-une-cle-api",
        "clé API, obtenir-une-cle-api",
        "CLES API, obtenir-une-cle-api",
        "yparéo, obtenir-une-cle-api",
        "YPAREO, obtenir-une-cle-api",
        "l’apprenti, deposer-un-contrat-d-apprentissage",
        "contrat d'apprentissage, deposer-un-contrat-d-apprentissage",
        "numero adherent, dossiers-invisibles",
        // plural and other forms
        "factures, envoyer-une-facture",
        "facturation, envoyer-une-facture",
        "apprentis, deposer-un-contrat-d-apprentissage",
        "contrats apprentissages, deposer-un-contrat-d-apprentissage",
        "relances, retrouver-un-courrier",
        "refus, retrouver-un-courrier",
        "rattacher, dossiers-invisibles",
        // order of words
        "apprentissage contrat déposer, deposer-un-contrat-d-apprentissage",
        "compte créer, creer-mon-compte",
        "facture une envoyer, envoyer-une-facture",
        // one typo: missing, added, wrong, swapped, first letter
        "aprentissage, deposer-un-contrat-d-apprentissage",
        "apprentisage, deposer-un-contrat-d-apprentissage",
        "facutre, envoyer-une-facture",
        "factture, envoyer-une-facture",
        "vacture, envoyer-une-facture",
        "catalgue, figurer-au-catalogue",
        "ratachement, dossiers-invisibles",
        "rattachemnt, dossiers-invisibles",
        "logicel, obtenir-une-cle-api",
        "yparo, obtenir-une-cle-api",
        "couriers, retrouver-un-courrier",
        "ibam, transmettre-un-rib",
        // the beginning of a word, while typing
        "appren, deposer-un-contrat-d-apprentissage",
        "catal, figurer-au-catalogue",
        "déposer un contrat d'app, deposer-un-contrat-d-apprentissage",
        // other words for the same thing
        "apprenti, deposer-un-contrat-d-apprentissage",
        "facture, envoyer-une-facture",
        "être payé, envoyer-une-facture",
        "rib, transmettre-un-rib",
        "RIB, transmettre-un-rib",
        "iban, transmettre-un-rib",
        "coordonnées bancaires, transmettre-un-rib",
        "opco, a-quoi-sert-mon-espace",
        "sc-form, obtenir-une-cle-api",
        "m'inscrire, creer-mon-compte",
        "appel d'offres, figurer-au-catalogue",
        "accord de prise en charge, retrouver-un-courrier",
        "siren, dossiers-invisibles",
        "je ne vois plus mes dossiers, dossiers-invisibles",
        "mes dossiers ont disparu, dossiers-invisibles",
        "filtrer les dossiers par profil, filtrer-ses-dossiers",
        "mandat de gestion, deposer-un-contrat-d-apprentissage",
        "pro-a, a-quoi-sert-mon-espace",
        // search syntax and wildcards are only text
        "+facture -facture, envoyer-une-facture",
        "question:facture*, envoyer-une-facture",
        "((facture OR || && !, envoyer-une-facture",
        "rib~2^9 [a TO z] \\, transmettre-un-rib",
    })
    void findsFirst(String query, String slug) {
        assertThat(faq.search(query, 3)).first().extracting(FaqEntry::slug).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "comment faire",
                "le la les de du des et à",
                "xyzzy",
                "piscine municipale",
                "a & | ! :* (((",
                "%%%%",
                "_",
                "\\",
                "***",
                "\"",
                "' OR 1=1 --",
                "${7*7}",
                "<script>",
                "\u0000\u202e\ud800",
                "🤷‍♀️"
            })
    void findsNothing(String query) {
        assertThat(faq.search(query, 10)).isEmpty();
    }

    @Test
    void findsFewOfWhatIsPrecise() {
        assertThat(faq.search("rib", 10))
                .extracting(FaqEntry::slug)
                .startsWith("transmettre-un-rib")
                .hasSizeLessThan(3);
        assertThat(faq.search("facture", 2)).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATION_COMPTE |                                                        | creer-mon-compte
            SUIVI_DEMANDE   | Bonjour,                                               | retrouver-un-courrier
                            | Où en est le règlement de ma facture déposée en mars ? | envoyer-une-facture
            AUTRE           | Nous avons changé de banque, voici mon nouvel IBAN     | transmettre-un-rib
                            | notre logiciel Yparéo demande une clé                  | obtenir-une-cle-api
            SUIVI_DEMANDE   | Je ne vois plus aucun dossier depuis hier              | dossiers-invisibles
            ALTERNANCE      | Comment déposer le contrat de notre apprentie ?        | deposer-un-contrat-d-apprentissage
            """)
    void proposesWhatFits(@Nullable String topic, @Nullable String message, String slug) {
        assertThat(faq.suggest(topic, message == null ? "" : message, 3))
                .first()
                .extracting(FaqEntry::slug)
                .isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                            |
            AUTRE           | Bonjour, merci de me rappeler demain matin
            UNKNOWN         | Bonjour
                            | Je souhaite parler à une conseillère de mon projet de restaurant à Lyon
            CREATION_COMPTE | Quelles sont les aides au permis de conduire pour un salarié en CDI ?
            """)
    void proposesNothingRatherThanAPoorAnswer(@Nullable String topic, @Nullable String message) {
        assertThat(faq.suggest(topic, message == null ? "" : message, 3)).isEmpty();
    }

    @Test
    void proposesWhatIsSaidRatherThanTheTopicOnceEnoughIsSaid() {
        assertThat(faq.suggest("CREATION_COMPTE", "où déposer mon RIB pour le virement", 3))
                .first()
                .extracting(FaqEntry::slug)
                .isEqualTo("transmettre-un-rib");
    }

    @Test
    void proposesFewAtMost() {
        var message = "facture, iban, api, catalogue, apprenti, courrier, dossier invisible, compte à créer";
        assertThat(faq.suggest(null, message, 3)).hasSize(3);
    }

    @Test
    void rendersAnswersWithoutAnythingDangerous() {
        var html = Markdown.toHtml("""
                <script>alert(1)</script>

                [a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)
                [d](\tjavascript:x) ![e](javascript:x) [f](/rappel) [g](tel:+33188131000) [h](mailto:a@b.fr)
                """);
        assertThat(html)
                .doesNotContain("<script", "javascript:", "JaVaScRiPt:", "data:text", "nofollow")
                .contains("&lt;script&gt;", "href=\"/rappel\"", "href=\"tel:+33188131000\"", "href=\"mailto:a@b.fr\"");
    }

    @Test
    void everyLocalLinkOfTheDefaultAnswersLeadsSomewhere() {
        var answers =
                faq.themes().stream().flatMap(theme -> theme.entries().stream()).toList();
        assertThat(answers).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.answerText()).doesNotContain("](", "**");
            var links = Pattern.compile("href=\"/faq/([^\"]*)\"").matcher(entry.answerHtml());
            assertThat(links.results().map(link -> faq.entry(link.group(1)))).doesNotContainNull();
        });
    }

    /** A search bar and a form are open to everybody: what is read of a text, and so the work, has a limit. */
    @Test
    void readsOnlyTheBeginningOfWhateverIsTyped() {
        var unknownWords = IntStream.range(10, 22).mapToObj(i -> "zz" + i).collect(joining(" "));
        assertThat(faq.search(unknownWords + " facture", 3))
                .as("the thirteenth word")
                .isEmpty();
        assertThat(faq.search("*".repeat(200) + " facture", 3))
                .as("beyond 200 signs")
                .isEmpty();
        assertThat(faq.search("facture ".repeat(6_250), 3)).isEqualTo(faq.search("facture", 3));
        var manyWords = IntStream.range(10, 1_010).mapToObj(i -> "zz" + i).collect(joining(" "));
        assertThat(FaqIndex.countWords(manyWords)).isEqualTo(80);
        assertThat(FaqIndex.countWords(" ".repeat(4_000) + manyWords)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é’", "* ", "\u0301", "\ud83d", "(", "zzyyxx "})
    void survivesAnyAmountOfAnything(String sign) {
        assertThat(faq.search(sign.repeat(50_000), 10)).isEmpty();
        assertThat(faq.suggest(null, sign.repeat(50_000), 3)).isEmpty();
    }
}

package fr.rappel.faq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What visitors type finds what they mean, in the default contents. */
@DatabaseTest
class FaqSearchTest {

    @Autowired
    private Faq faq;

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
        "rib~2^9 \\\", transmettre-un-rib",
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
    @CsvSource({
        "Bonjour je n’arrive pas à déposer ma facture dans le portail merci, envoyer-une-facture",
        "mon entreprise a changé de banque où envoyer le nouveau RIB, transmettre-un-rib",
        "notre logiciel YPAREO demande une clé, obtenir-une-cle-api",
        "les dossiers de mon client ont disparu, dossiers-invisibles",
    })
    void suggestsWhatFitsAMessage(String message, String slug) {
        assertThat(faq.suggest(null, message, 2))
                .extracting(FaqEntry::slug)
                .startsWith(slug)
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bonjour, merci de me rappeler demain matin", "Il pleut et mon chien a faim", "", "urgent !!!"})
    void suggestsNothingRatherThanAPoorAnswer(String message) {
        assertThat(faq.suggest(null, message, 3)).isEmpty();
    }

    @Test
    void suggestsByTopicAsLongAsLittleIsSaid() {
        assertThat(faq.suggest("CREATION_COMPTE", "", 3))
                .extracting(FaqEntry::slug)
                .containsExactly("creer-mon-compte");
        assertThat(faq.suggest("AUTRE", "", 3)).isEmpty();
        assertThat(faq.suggest("CREATION_COMPTE", "où déposer mon RIB pour le virement", 3))
                .extracting(FaqEntry::slug)
                .startsWith("transmettre-un-rib");
    }

    @Test
    void workIsBoundedWhateverIsTyped() {
        var texts = List.of(
                "a".repeat(50_000),
                "facture ".repeat(6_250),
                "é’".repeat(25_000),
                "* ".repeat(25_000),
                "abcdefghij klmnopqrst ".repeat(2_500),
                "\u0301".repeat(50_000));
        for (var text : texts) {
            var started = System.nanoTime();
            faq.search(text, 10);
            faq.suggest(null, text, 3);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(faq.search("facture ".repeat(6_250), 3))
                .first()
                .extracting(FaqEntry::slug)
                .isEqualTo("envoyer-une-facture");
    }
}

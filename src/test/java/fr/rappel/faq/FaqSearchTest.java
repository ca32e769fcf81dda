package fr.rappel.faq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The stored contents are searched; what finds what is {@link FaqContentsTest}. */
@DatabaseTest
class FaqSearchTest {

    @Autowired
    private Faq faq;

    @Test
    void findsStoredEntriesByWhatIsTyped() {
        assertThat(faq.search("facutre", 3)).first().extracting(FaqEntry::slug).isEqualTo("envoyer-une-facture");
        assertThat(faq.search("facture", 2)).hasSizeLessThanOrEqualTo(2);
        assertThat(faq.search("' OR 1=1 --", 10)).isEmpty();
    }

    @Test
    void suggestsStoredEntriesForAMessageOrATopic() {
        assertThat(faq.suggest(null, "les dossiers de mon client ont disparu", 2))
                .first()
                .extracting(FaqEntry::slug)
                .isEqualTo("dossiers-invisibles");
        assertThat(faq.suggest("CREATION_COMPTE", "", 3))
                .extracting(FaqEntry::slug)
                .containsExactly("creer-mon-compte");
    }
}

package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ItemWordsTest {

    @Autowired
    private ItemWords words;

    @Test
    void listsPeopleAsADictionaryDoes() {
        Map<String, Counted> counted = Map.of(
                "zoé", Counted.NOTHING, "Élodie", Counted.NOTHING, "elsa", Counted.NOTHING, "Amélie", Counted.NOTHING);
        assertThat(Person.supervisor("claire").get(() -> words.listed(Dimension.AGENT, counted, Locale.FRENCH)))
                .extracting(Item::label)
                .containsExactly("Amélie", "Élodie", "elsa", "zoé");
    }
}

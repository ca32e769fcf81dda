package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/** A folder of one's own, and what it may lack. */
class DefaultsTest {

    @TempDir
    private Path folder;

    private Defaults defaults;

    @BeforeEach
    void ownFolder() {
        defaults = new Defaults(folder.toUri().toString(), new DefaultResourceLoader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mails/answer.subject.txt", "mails/frame.html", "ready-answers/message-laisse.txt"})
    void takesWhatItLacksFromTheJar(String name) throws IOException {
        assertThat(defaults.text(name))
                .isNotBlank()
                .isEqualTo(Files.readString(Path.of("src/main/resources/defaults", name)));
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "à nous");
        assertThat(defaults.text(name)).isEqualTo("à nous");
    }

    @Test
    void takesReadyAnswersFromTheJarUnlessItSaysThatThereAreNone() throws IOException {
        assertThat(defaults.csv("ready-answers.csv")).isNotEmpty();
        Files.writeString(folder.resolve("ready-answers.csv"), "name,title,topic,outcome,note,questions\n");
        assertThat(defaults.csv("ready-answers.csv")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation.properties", "faq/creer-mon-compte.md", "pages/mentions-legales.md"})
    void speaksInNobodyElsesName(String name) {
        assertThatThrownBy(() -> defaults.text(name))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(name);
    }

    @Test
    void saysWhichFileIsMissingEverywhere() {
        assertThatThrownBy(() -> defaults.text("mails/inconnu.txt")).hasMessageContaining("mails/inconnu.txt");
    }
}

package fr.rappel.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNameTest {

    @ParameterizedTest
    @CsvSource({
        "devis.pdf, devis.pdf",
        "../../etc/passwd, passwd",
        "..\\..\\x, x",
        "C:\\fakepath\\devis mars.pdf, devis mars.pdf",
        "/abs/x, x",
        "CON, CON",
        "x.pdf.exe, x.pdf.exe",
        ".htaccess, .htaccess",
        "'a\";.pdf', 'a\";.pdf'",
        "'', document",
        "/, document",
        "'  ', document",
        "<script>alert(1)</script>, script>",
    })
    void showsWhatFollowsTheLastSlash(String sent, String shown) {
        assertThat(DocumentIntake.shown(sent)).isEqualTo(shown);
    }

    @Test
    void showsNeitherWhatReordersNorWhatHidesNorTooMuch() {
        assertThat(DocumentIntake.shown("\u202Efdp.exe")).isEqualTo("fdp.exe");
        assertThat(DocumentIntake.shown("a\0b\r\nc.pdf")).isEqualTo("ab c.pdf");
        assertThat(DocumentIntake.shown("\uD83D\uDE00".repeat(300))).isEqualTo("\uD83D\uDE00".repeat(119) + "…");
    }
}

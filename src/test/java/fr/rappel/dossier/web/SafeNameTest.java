package fr.rappel.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    private static final String PDF = "application/pdf";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accord.pdf               | accord.pdf",
                "Accord n° 3 – été.PDF    | Accord n° 3 – été.PDF",
                "../../etc/passwd         | etc_passwd.pdf",
                "..\\..\\x.pdf            | x.pdf",
                "C:\\x.pdf                | C_x.pdf",
                "/abs/x.pdf               | abs_x.pdf",
                ".htaccess                | htaccess.pdf",
                "CON                      | document-CON.pdf",
                "nul.pdf                  | document-nul.pdf",
                "x.pdf.exe                | x.pdf.exe.pdf",
                "accord \"final\"; x.pdf  | accord _final_ x.pdf",
                "a%0d%0ab.pdf             | a_0d_0ab.pdf",
                "...                      | document-.pdf"
            })
    void keepsWhatNobodyMisreads(String name, String safe) {
        assertThat(SafeName.of(name, PDF)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Efdp.exe", "a\r\nSet-Cookie: x=1", "a\0.pdf", "\u200Bx", "a\tb"})
    void dropsWhatNobodySees(String name) {
        assertThat(SafeName.of(name, PDF))
                .doesNotContainPattern("[\\p{Cntrl}\u202E\u200B]")
                .endsWith(".pdf");
    }

    @Test
    void staysShortAndKeepsItsEnding() {
        assertThat(SafeName.of("é".repeat(300) + ".pdf", PDF)).hasSize(120).endsWith("é.pdf");
        assertThat(SafeName.of("😀".repeat(150), "image/png"))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("😀.png");
    }

    @Test
    void endsAsTheContentsAre() {
        assertThat(SafeName.of("photo.pdf", "image/jpeg")).isEqualTo("photo.pdf.jpg");
        assertThat(SafeName.of("photo.JPEG", "image/jpeg")).isEqualTo("photo.JPEG");
        assertThat(SafeName.of("notes.docx", "application/zip")).isEqualTo("notes.docx");
    }

    @Test
    void isWrittenAsTheStandardSays() {
        assertThat(SafeName.disposition(true, "accord.pdf", PDF)).isEqualTo("inline; filename=\"accord.pdf\"");
        assertThat(SafeName.disposition(false, "été.pdf", PDF))
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''%C3%A9t%C3%A9.pdf")
                .isASCII();
    }
}

package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest
    @CsvSource({
        "jeanne.d-arc@exemple.fr,jeanne.d-arc@exemple.fr",
        "Jeanne@Exemple.FR,Jeanne@exemple.fr",
        "o'neil+rappel=1@mail.exemple.co.uk,o'neil+rappel=1@mail.exemple.co.uk",
        "' a@b.fr ',a@b.fr",
        "a@xn--caf-dma.fr,a@xn--caf-dma.fr",
        "accueil@Café-Été.fr,accueil@café-été.fr",
        "a@例え.テスト,a@例え.テスト"
    })
    void acceptsTheFormsPeopleUse(String written, String value) {
        assertThat(EmailAddress.check(written)).isEmpty();
        assertThat(EmailAddress.parse(written).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@",
                "@b.fr",
                "a@b",
                "a@@b.fr",
                "a@b@c.fr",
                "a b@c.fr",
                "a@b .fr",
                "\"a b\"@c.fr",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                ".a@b.fr",
                "a.@b.fr",
                "a..b@c.fr",
                "a@.b.fr",
                "a@b..fr",
                "a@b.fr.",
                "a@-b.fr",
                "a@b-.fr",
                "a@b_c.fr",
                "a@b.f",
                "é@b.fr",
                "Jean <a@b.fr>",
                "a@b.fr, c@d.fr",
                "mailto:a@b.fr",
                "a(x)@b.fr",
                "a@b.c\r\nBcc: x@y.fr",
                "a@b.fr\r\n",
                "a@b.fr%0d%0aBcc:x@y.fr",
                "a@b.fr\u2028x",
                "a@b.fr\u0085",
                "a@b\u0000.fr",
                "a@b\u3002fr",
                "a@b\u200B.fr",
                "a@b.fr\u202Ex"
            })
    void refusesEverythingElse(String written) {
        assertThat(EmailAddress.check(written)).contains(EmailFault.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0", "\u3164"})
    void nothingVisibleIsNothing(String written) {
        assertThat(EmailAddress.check(written)).contains(EmailFault.REQUIRED);
        assertThat(EmailAddress.check(null)).contains(EmailFault.REQUIRED);
    }

    @Test
    void knowsTheLimitsOfLength() {
        String longest = "a".repeat(62) + "@" + LABEL + "." + LABEL + "." + LABEL.substring(3) + ".fr";
        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.check(longest)).isEmpty();
        assertThat(EmailAddress.check("a" + longest)).contains(EmailFault.EMAIL_TOO_LONG);
        assertThat(EmailAddress.check("a".repeat(64) + "@b.fr")).isEmpty();
        assertThat(EmailAddress.check("a".repeat(65) + "@b.fr")).contains(EmailFault.EMAIL_INVALID);
        assertThat(EmailAddress.check("a@" + LABEL + "a.fr")).contains(EmailFault.EMAIL_INVALID);
    }

    @Test
    void measuresAForeignHostAsItIsSent() {
        String host = ("é".repeat(50) + ".").repeat(4) + "fr";
        String address = "a".repeat(30) + "@" + host;
        assertThat(address.length()).isLessThan(254);
        assertThat(EmailAddress.check(address)).contains(EmailFault.EMAIL_TOO_LONG);
    }

    @Property(seed = "2026")
    void whatWasAcceptedStaysAccepted(@ForAll("hosts") String host) {
        String written = "a@" + host;
        Assume.that(EmailAddress.check(written).isEmpty());

        var address = EmailAddress.parse(written);

        assertThat(address.value().length()).isLessThanOrEqualTo(254);
        assertThat(new EmailAddress(address.value())).isEqualTo(address);
        assertThat(address.ascii()).matches("a@[a-z0-9.-]+");
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.strings()
                .withChars("abcZ09-éÉœßŒİıſΣς例Ａ\u0301")
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(labels -> String.join(".", labels) + ".fr");
    }

    @Test
    void isSentInAscii() {
        assertThat(EmailAddress.parse("accueil@café.fr").ascii()).isEqualTo("accueil@xn--caf-dma.fr");
    }

    @Test
    void aRefusalNamesItsFaultAndNeverTheInput() {
        assertThatThrownBy(() -> EmailAddress.parse("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EMAIL_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "a@gmail.fr,a@gmail.com",
        "a@gmial.com,a@gmail.com",
        "a@gmail.con,a@gmail.com",
        "a@gmial.con,a@gmail.com",
        "a@gmail.co,a@gmail.com",
        "a@gmaill.com,a@gmail.com",
        "a@hotmal.fr,a@hotmail.fr",
        "a@homtail.fr,a@hotmail.fr",
        "a@yaho.fr,a@yahoo.fr",
        "a@outlouk.fr,a@outlook.fr",
        "A.b@orange.com,A.b@orange.fr",
        "a@wanadoo.com,a@wanadoo.fr",
        "a@laposte.fr,a@laposte.net",
        "a@lapost.net,a@laposte.net",
        "a@entreprise.con,a@entreprise.com"
    })
    void suggestsWhatWasMeant(String written, String meant) {
        assertThat(EmailAddress.suggest(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@gmail.com", "a@orange.fr", "a@hotmail.fr", "a@hotmail.com", "a@sfr.fr", "a@str.fr", "a@email.com",
                "a@mail.com", "a@ymail.com", "a@line.fr", "a@exemple.fr", "a@gmail", "", "a@b"
            })
    void leavesOthersAlone(String written) {
        assertThat(EmailAddress.suggest(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ab,ba,true",
        "abc,ab,true",
        "ab,abc,true",
        "abc,axc,true",
        "abc,abc,false",
        "abcd,badc,false",
        "a,abc,false",
        "aab,ab,true"
    })
    void oneSlipIsOneKey(String written, String meant, boolean expected) {
        assertThat(OneSlip.between(written, meant)).isEqualTo(expected);
    }
}

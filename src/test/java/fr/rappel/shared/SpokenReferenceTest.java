package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenReferenceTest {

    @Test
    void twoGroupsOfFourThatStayOnOneLine() {
        assertThat(SpokenReference.of("7H3KR9XA")).isEqualTo("7H3K\u00a0R9XA");
    }

    @Test
    void whatIsNoReferenceStays() {
        assertThat(SpokenReference.of("")).isEmpty();
        assertThat(SpokenReference.of("7H3")).isEqualTo("7H3");
    }
}

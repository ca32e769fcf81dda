package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.rappel.testing.TestClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Published notices are read once; a newer one is found within a minute. */
class PrivacyNoticesTest {

    private static final PrivacyNotice FIRST = new PrivacyNotice("1", "Vu", "Premier texte", Instant.EPOCH);
    private static final PrivacyNotice SECOND = new PrivacyNotice("2", "Vu", "Second texte", Instant.EPOCH);

    private final PrivacyNoticeRepository stored = mock(PrivacyNoticeRepository.class);
    private final TestClock clock = new TestClock();
    private final PrivacyNotices notices = new PrivacyNotices(stored, clock);

    @BeforeEach
    void oneIsPublished() {
        clock.set(TestClock.OPEN_TUESDAY);
        when(stored.findFirstByOrderByPublishedAtDesc()).thenReturn(Optional.of(FIRST));
        when(stored.findById("1")).thenReturn(Optional.of(FIRST));
    }

    @Test
    void readsANoticeOnce() {
        notices.current();
        notices.shown(null);
        notices.shown("1");
        notices.shown("1");
        verify(stored, times(1)).findFirstByOrderByPublishedAtDesc();
        verify(stored, times(1)).findById("1");
    }

    @Test
    void findsTheNewestAMinuteAfterAnotherNodePublishedIt() {
        assertThat(notices.current().version()).isEqualTo("1");
        when(stored.findFirstByOrderByPublishedAtDesc()).thenReturn(Optional.of(SECOND));
        clock.advance(PrivacyNotices.NEWEST_KNOWN_FOR.minusMillis(1));
        assertThat(notices.current().version()).isEqualTo("1");
        clock.advance(PrivacyNotices.NEWEST_KNOWN_FOR);
        assertThat(notices.current().version()).isEqualTo("2");
        assertThat(notices.shown("1")).isSameAs(FIRST);
    }

    @Test
    void showsTheOneItKnowsWhileTheDatabaseIsAway() {
        notices.current();
        when(stored.findFirstByOrderByPublishedAtDesc()).thenThrow(new DataAccessResourceFailureException("away"));
        clock.advance(PrivacyNotices.NEWEST_KNOWN_FOR);
        assertThat(notices.current().version()).isEqualTo("1");
        assertThat(notices.current().version()).isEqualTo("1");
        verify(stored, times(2)).findFirstByOrderByPublishedAtDesc();
    }

    @Test
    void showsTheNewestInPlaceOfAVersionThatNobodyPublished() {
        assertThat(notices.shown("inconnue")).isSameAs(FIRST);
    }
}

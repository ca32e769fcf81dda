package fr.rappel.callback;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The versions of the personal-data notice; the newest is the one to show. A published version never changes and stays
 * in memory; which one is the newest is asked again after a minute, because another node may have published one. While the
 * database is away the one known is shown: a form that is shown again must not lose what was typed into it.
 */
@Service
public class PrivacyNotices {

    static final Duration NEWEST_KNOWN_FOR = Duration.ofMinutes(1);

    private final PrivacyNoticeRepository notices;
    private final Clock clock;
    private final Map<String, PrivacyNotice> published = new ConcurrentHashMap<>();
    private volatile @Nullable Newest newest;

    private record Newest(PrivacyNotice notice, Instant until) {}

    PrivacyNotices(PrivacyNoticeRepository notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** The notice to show now. */
    @AnonymousAllowed
    public Notice current() {
        return newest().toNotice();
    }

    /** The notice that was shown: the named version while it exists, else the newest. */
    PrivacyNotice shown(@Nullable String version) {
        if (version == null) {
            return newest();
        }
        PrivacyNotice known = published.computeIfAbsent(
                CleanText.clean(version), name -> notices.findById(name).orElse(null));
        return known == null ? newest() : known;
    }

    private PrivacyNotice newest() {
        Instant now = clock.instant();
        Newest known = newest;
        if (known == null || !now.isBefore(known.until())) {
            known = new Newest(read(known), now.plus(NEWEST_KNOWN_FOR));
            newest = known;
        }
        return known.notice();
    }

    private PrivacyNotice read(@Nullable Newest known) {
        try {
            return notices.findFirstByOrderByPublishedAtDesc()
                    .orElseThrow(() -> new IllegalStateException("No personal-data notice is published"));
        } catch (RuntimeException failure) {
            if (known == null || !Database.isAway(failure)) {
                throw failure;
            }
            return known.notice();
        }
    }
}

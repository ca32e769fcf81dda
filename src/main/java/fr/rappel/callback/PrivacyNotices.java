package fr.rappel.callback;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.Defaults;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** The versions of the personal-data notice; the newest is the one to show. */
@Service
public class PrivacyNotices implements SmartInitializingSingleton {

    private final PrivacyNoticeRepository notices;
    private final Defaults defaults;
    private final Clock clock;

    PrivacyNotices(PrivacyNoticeRepository notices, Defaults defaults, Clock clock) {
        this.notices = notices;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** The notice to show now. */
    @AnonymousAllowed
    public Notice current() {
        return shown(null).toNotice();
    }

    /** The notice that was shown: the named version while it exists, else the newest. */
    PrivacyNotice shown(@Nullable String version) {
        return (version == null ? java.util.Optional.<PrivacyNotice>empty() : notices.findById(version))
                .or(notices::findFirstByOrderByPublishedAtDesc)
                .orElseThrow(() -> new IllegalStateException("No personal-data notice is published"));
    }

    /** First line of the default file: version; second: label of the box; the rest: the notice. */
    @Override
    @AnonymousAllowed
    public void afterSingletonsInstantiated() {
        if (notices.count() == 0) {
            String[] parts = defaults.text("privacy-notice.txt").split("\n", 3);
            notices.save(new PrivacyNotice(parts[0].strip(), parts[1].strip(), parts[2].strip(), clock.instant()));
        }
    }
}

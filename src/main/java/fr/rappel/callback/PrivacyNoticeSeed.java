package fr.rappel.callback;

import fr.rappel.shared.Defaults;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Publishes the default notice once. First line of its file: version; second: label of the box; the rest: the notice. */
@Component
class PrivacyNoticeSeed implements SmartInitializingSingleton {

    private final PrivacyNoticeRepository notices;
    private final Defaults defaults;
    private final Clock clock;

    PrivacyNoticeSeed(PrivacyNoticeRepository notices, Defaults defaults, Clock clock) {
        this.notices = notices;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (notices.count() == 0) {
            String[] parts = defaults.text("privacy-notice.txt").split("\n", 3);
            notices.save(new PrivacyNotice(parts[0].strip(), parts[1].strip(), parts[2].strip(), clock.instant()));
        }
    }
}

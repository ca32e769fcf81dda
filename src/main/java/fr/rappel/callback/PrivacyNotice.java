package fr.rappel.callback;

import fr.rappel.shared.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * A published version of the personal-data notice. Never overwritten: requests keep pointing to the version that was
 * shown when they were sent.
 */
@Entity
@Immutable
@Table(name = "callback_notice")
class PrivacyNotice {

    @Id
    private String version;

    private String label;
    private String body;
    private String hash;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PrivacyNotice() {}

    PrivacyNotice(String version, String label, String body, Instant publishedAt) {
        this.version = version;
        this.label = label;
        this.body = body;
        this.hash = Sha256.hex(label + "\n" + body);
        this.publishedAt = publishedAt;
    }

    String version() {
        return version;
    }

    String hash() {
        return hash;
    }

    Notice toNotice() {
        return new Notice(version, label, body, hash);
    }
}

package fr.rappel.notifications;

import fr.rappel.shared.Defaults;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Templates: the default contents, read once at start, and what administrators saved. */
@Component
class TemplateRows {

    private static final String FOLDER = "mails/";
    private static final int MAX_HISTORY = 50;

    private final Map<MessageKind, TemplateDraft> defaults = new EnumMap<>(MessageKind.class);
    private final String frame;
    private final JdbcClient jdbc;

    TemplateRows(Defaults files, JdbcClient jdbc) {
        for (MessageKind kind : MessageKind.values()) {
            String name = FOLDER + kind.fileName();
            defaults.put(
                    kind,
                    new TemplateDraft(
                            files.text(name + ".subject.txt").strip(),
                            files.text(name + ".txt"),
                            files.text(name + ".html")));
        }
        this.frame = files.text(FOLDER + "frame.html");
        this.jdbc = jdbc;
    }

    TemplateDraft byDefault(MessageKind kind) {
        return java.util.Objects.requireNonNull(defaults.get(kind));
    }

    /** What an administrator made of it, or the default. */
    TemplateDraft inUse(MessageKind kind) {
        return edited(kind).orElseGet(() -> byDefault(kind));
    }

    /** The HTML page around every message. */
    String frame() {
        return frame;
    }

    /** The template in use, if an administrator made it. */
    Optional<TemplateDraft> edited(MessageKind kind) {
        return history(kind, 1).stream().findFirst().flatMap(latest -> Optional.ofNullable(latest.draft()));
    }

    List<TemplateVersion> history(MessageKind kind) {
        return history(kind, MAX_HISTORY);
    }

    /**
     * @param draft null to go back to the default
     */
    void save(MessageKind kind, @Nullable TemplateDraft draft, String username, Instant now) {
        jdbc.sql("""
                        insert into mail_template (kind, number, subject, body_text, body_html, saved_by, saved_at)
                        select cast(:kind as varchar), coalesce(max(number), 0) + 1, cast(:subject as varchar),
                               cast(:text as varchar), cast(:html as varchar), cast(:savedBy as varchar),
                               cast(:now as timestamp with time zone)
                          from mail_template where kind = :kind""")
                .param("kind", kind.name())
                .param("subject", draft == null ? null : draft.subject())
                .param("text", draft == null ? null : draft.text())
                .param("html", draft == null ? null : draft.html())
                .param("savedBy", username)
                .param("now", OutboxRows.utc(now))
                .update();
    }

    private List<TemplateVersion> history(MessageKind kind, int most) {
        return jdbc.sql("select * from mail_template where kind = :kind order by number desc limit :most")
                .param("kind", kind.name())
                .param("most", most)
                .query(TemplateRows::version)
                .list();
    }

    private static TemplateVersion version(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        return new TemplateVersion(
                row.getInt("number"),
                subject == null
                        ? null
                        : new TemplateDraft(subject, row.getString("body_text"), row.getString("body_html")),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}

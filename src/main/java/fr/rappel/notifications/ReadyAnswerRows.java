package fr.rappel.notifications;

import static fr.rappel.notifications.OutboxRows.utc;

import fr.rappel.callback.CallOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready answers as stored: some dozens, in the order that supervisors gave them. */
@Component
class ReadyAnswerRows {

    private static final String SEPARATOR = ",";

    private final JdbcClient jdbc;

    ReadyAnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReadyAnswer> all() {
        return jdbc.sql("select * from mail_ready_answer where not removed order by position, id")
                .query(ReadyAnswerRows::answer)
                .list();
    }

    /** Those of a topic and those of all topics. */
    List<ReadyAnswer> of(String topic) {
        return jdbc.sql("""
                        select * from mail_ready_answer
                         where not removed and (topic is null or topic = :topic) order by position, id""")
                .param("topic", topic)
                .query(ReadyAnswerRows::answer)
                .list();
    }

    /** Whether there has never been one. */
    boolean isUntouched() {
        return jdbc.sql("select 1 from mail_ready_answer limit 1")
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Adds one after the others. */
    void add(ReadyAnswerDraft content, @Nullable String username, Instant now) {
        parameters(jdbc.sql("""
                        insert into mail_ready_answer (version, title, topic, body, outcome, note, questions, position,
                            removed, changed_by, changed_at)
                        select 0, cast(:title as varchar), cast(:topic as varchar), cast(:text as varchar),
                               cast(:outcome as varchar), cast(:note as varchar), cast(:questions as varchar),
                               coalesce(max(position), 0) + 1, false, cast(:by as varchar),
                               cast(:now as timestamp with time zone)
                          from mail_ready_answer"""), content)
                .param("by", username)
                .param("now", utc(now))
                .update();
    }

    /** Stores a change; false if somebody was faster. */
    boolean change(long id, int version, ReadyAnswerDraft content, String username, Instant now) {
        return parameters(jdbc.sql("""
                                update mail_ready_answer
                                   set version = version + 1, title = :title, topic = :topic, body = :text,
                                       outcome = :outcome, note = :note, questions = :questions, changed_by = :by,
                                       changed_at = :now
                                 where id = :id and version = :version and not removed"""), content)
                        .param("id", id)
                        .param("version", version)
                        .param("by", username)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Takes one out of the lists; false if somebody was faster. */
    boolean remove(long id, int version, String username, Instant now) {
        return jdbc.sql("""
                                update mail_ready_answer
                                   set version = version + 1, removed = true, changed_by = :by, changed_at = :now
                                 where id = :id and version = :version and not removed""")
                        .param("id", id)
                        .param("version", version)
                        .param("by", username)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void place(long id, int position) {
        jdbc.sql("update mail_ready_answer set position = :position where id = :id and position <> :position")
                .param("id", id)
                .param("position", position)
                .update();
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, ReadyAnswerDraft content) {
        return statement
                .param("title", content.title())
                .param("topic", content.topic())
                .param("text", content.text())
                .param(
                        "outcome",
                        content.outcome() == null ? null : content.outcome().name())
                .param("note", content.note())
                .param("questions", String.join(SEPARATOR, content.questions()));
    }

    private static ReadyAnswer answer(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String questions = row.getString("questions");
        return new ReadyAnswer(
                row.getLong("id"),
                row.getInt("version"),
                new ReadyAnswerDraft(
                        row.getString("title"),
                        row.getString("topic"),
                        row.getString("body"),
                        outcome == null ? null : CallOutcome.valueOf(outcome),
                        row.getString("note"),
                        questions.isEmpty() ? List.of() : List.of(questions.split(SEPARATOR))),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

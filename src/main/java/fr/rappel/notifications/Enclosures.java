package fr.rappel.notifications;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The files that go with messages; read only when a message leaves. */
@Component
class Enclosures {

    private final JdbcClient jdbc;

    Enclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file; its number. */
    long add(Enclosure file) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail_enclosure (file_name, media_type, content)
                        values (:fileName, :mediaType, :content)""")
                .param("fileName", file.fileName())
                .param("mediaType", file.mediaType())
                .param("content", file.content())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    Enclosure get(long id) {
        return jdbc.sql("select file_name, media_type, content from mail_enclosure where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Enclosure(row.getString("file_name"), row.getString("media_type"), row.getBytes("content")))
                .single();
    }
}

package fr.rappel.faq;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables behind the public pages. */
@Component
class FaqStore {

    private final JdbcClient jdbc;

    FaqStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything the public may read. */
    @Transactional(readOnly = true)
    public StoredFaq read() {
        return new StoredFaq(
                jdbc.sql("select code, label from faq_theme order by position, code")
                        .query((row, n) -> new StoredFaq.Theme(row.getString("code"), row.getString("label")))
                        .list(),
                jdbc.sql("""
                        select slug, theme, question, answer, keywords, topics, updated_at
                        from faq_entry where published order by position, id
                        """).query((row, n) -> entry(row)).list(),
                jdbc.sql("select slug, title, body, updated_at from faq_page order by position, id")
                        .query((row, n) -> page(row))
                        .list());
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from faq_theme").query(Long.class).single() == 0;
    }

    /** Stores first contents, in the order given. */
    void insert(StoredFaq contents) {
        int position = 0;
        for (var theme : contents.themes()) {
            jdbc.sql("insert into faq_theme (code, label, position) values (?, ?, ?)")
                    .params(theme.code(), theme.label(), ++position)
                    .update();
        }
        for (var entry : contents.entries()) {
            jdbc.sql("""
                    insert into faq_entry
                      (slug, theme, question, answer, keywords, topics, position, published, updated_at, version)
                    values (?, ?, ?, ?, ?, ?, ?, true, ?, 0)
                    """)
                    .params(entry.slug(), entry.theme(), entry.question(), entry.answer(), entry.keywords())
                    .params(String.join(",", entry.topics()), ++position, utc(entry.updatedAt()))
                    .update();
        }
        for (var page : contents.pages()) {
            jdbc.sql("""
                    insert into faq_page (slug, title, body, position, updated_at, version) values (?, ?, ?, ?, ?, 0)
                    """)
                    .params(page.slug(), page.title(), page.body(), ++position, utc(page.updatedAt()))
                    .update();
        }
    }

    private static StoredFaq.Entry entry(ResultSet row) throws SQLException {
        var topics = row.getString("topics");
        return new StoredFaq.Entry(
                row.getString("slug"),
                row.getString("theme"),
                row.getString("question"),
                row.getString("answer"),
                row.getString("keywords"),
                topics.isEmpty() ? List.of() : List.of(topics.split(",")),
                instant(row));
    }

    private static StoredFaq.Page page(ResultSet row) throws SQLException {
        return new StoredFaq.Page(row.getString("slug"), row.getString("title"), row.getString("body"), instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("updated_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package fr.rappel.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of visitors' documents, beside their contents. */
@Component
class DocumentRows {

    /** Where contents are in the file store; a row has what follows. */
    static final String FOLDER = "visitor-documents";

    private final JdbcClient jdbc;

    /**
     * A document with the key of its contents in the file store.
     */
    record Stored(ReceivedDocument document, String key) {}

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one request, in the order in which they came. */
    List<ReceivedDocument> of(String reference) {
        return jdbc.sql("select * from followup_document where reference = :reference order by slot")
                .param("reference", reference)
                .query((result, number) -> document(result))
                .list();
    }

    Optional<Stored> find(long id) {
        return jdbc.sql("select * from followup_document where id = :id")
                .param("id", id)
                .query((result, number) -> stored(result))
                .optional();
    }

    boolean has(String reference, String sha256) {
        return jdbc.sql("select 1 from followup_document where reference = :reference and sha256 = :sha256")
                .param("reference", reference)
                .param("sha256", sha256)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether somebody may want those contents. */
    boolean needs(String key) {
        return jdbc.sql("select 1 from followup_document where storage_key = :key and state <> 'INFECTED'")
                .param("key", name(key))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * @param document without its number
     */
    void add(ReceivedDocument document, String sha256, String key) {
        jdbc.sql("""
                insert into followup_document
                       (reference, slot, name, type, size, sha256, storage_key, state, received_at)
                values (:reference, :slot, :name, :type, :size, :sha256, :key, :state, :at)""")
                .param("reference", document.reference())
                .param("slot", document.slot())
                .param("name", document.name())
                .param("type", document.type().name())
                .param("size", document.size())
                .param("sha256", sha256)
                .param("key", name(key))
                .param("state", document.state().name())
                .param("at", document.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The oldest that the scanner has not seen.
     *
     * @param after number of the last one of the page before, 0 for the first page
     */
    List<Stored> waiting(long after, int limit) {
        return jdbc.sql(
                        "select * from followup_document where state = 'WAITING' and id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((result, number) -> stored(result))
                .list();
    }

    /**
     * What the scanner said.
     *
     * @return false if somebody else asked it before
     */
    boolean settle(long id, DocumentState state) {
        return jdbc.sql("update followup_document set state = :state where id = :id and state = 'WAITING'")
                        .param("state", state.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Stored stored(ResultSet result) throws SQLException {
        return new Stored(document(result), FOLDER + "/" + result.getString("storage_key"));
    }

    private static String name(String key) {
        return key.substring(FOLDER.length() + 1);
    }

    private static ReceivedDocument document(ResultSet result) throws SQLException {
        return new ReceivedDocument(
                result.getLong("id"),
                result.getString("reference"),
                result.getInt("slot"),
                result.getString("name"),
                DocumentType.valueOf(result.getString("type")),
                result.getLong("size"),
                DocumentState.valueOf(result.getString("state")),
                result.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}

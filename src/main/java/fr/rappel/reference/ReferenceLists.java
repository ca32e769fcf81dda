package fr.rappel.reference;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Regions, sectors and topics, in the order of display. Kept in memory: they are read with every form and every row of
 * a list, and change a few times a year.
 */
@Service
public class ReferenceLists {

    private final JdbcClient jdbc;
    private volatile Snapshot snapshot = new Snapshot(Entries.none(), Entries.none(), Entries.none());

    ReferenceLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The regions, then the overseas territories; only those to choose from. */
    @AnonymousAllowed
    public List<Region> regions() {
        return snapshot.regions.active();
    }

    /** The sectors to choose from. */
    @AnonymousAllowed
    public List<Sector> sectors() {
        return snapshot.sectors.active();
    }

    /** The topics to choose from. */
    @AnonymousAllowed
    public List<Topic> topics() {
        return snapshot.topics.active();
    }

    /** The region of that code, also a withdrawn one: old requests keep pointing to it. */
    @AnonymousAllowed
    public Optional<Region> region(String code) {
        return snapshot.regions.find(code);
    }

    /** The sector of that code, also a withdrawn one. */
    @AnonymousAllowed
    public Optional<Sector> sector(String code) {
        return snapshot.sectors.find(code);
    }

    /** The topic of that code, also a withdrawn one. */
    @AnonymousAllowed
    public Optional<Topic> topic(String code) {
        return snapshot.topics.find(code);
    }

    /** Reads the lists again, after the first contents or an edit were stored. */
    void reload() {
        snapshot = new Snapshot(
                read("reference_region", "code, name, territory", Region.class, Region::code),
                read("reference_sector", "code, label", Sector.class, Sector::code),
                read("reference_topic", "code, label", Topic.class, Topic::code));
    }

    private <T> Entries<T> read(String table, String columns, Class<T> type, Function<T, String> code) {
        String sql = "select " + columns + " from " + table + " %s order by position, code";
        List<T> all = jdbc.sql(sql.formatted("")).query(type).list();
        List<T> active = jdbc.sql(sql.formatted("where active")).query(type).list();
        return new Entries<>(active, all.stream().collect(Collectors.toMap(code, Function.identity())));
    }

    private record Snapshot(Entries<Region> regions, Entries<Sector> sectors, Entries<Topic> topics) {}

    private record Entries<T>(List<T> active, Map<String, T> all) {

        static <T> Entries<T> none() {
            return new Entries<>(List.of(), Map.of());
        }

        Optional<T> find(String code) {
            return Optional.ofNullable(all.get(code));
        }
    }
}

package fr.rappel.reference;

import fr.rappel.shared.Defaults;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the organisation's lists once, each in an empty table, in the order of their files. Of two nodes that start
 * together on a new database the second stores nothing.
 */
@Component
class ReferenceSeed implements SmartInitializingSingleton {

    private final Defaults defaults;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReferenceLists lists;

    ReferenceSeed(Defaults defaults, JdbcClient jdbc, TransactionTemplate transaction, ReferenceLists lists) {
        this.defaults = defaults;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lists = lists;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (isEmpty("reference_region")) {
                storeRegions();
            }
            if (isEmpty("reference_sector")) {
                storeLabels("reference_sector", "sectors.csv");
            }
            if (isEmpty("reference_topic")) {
                storeLabels("reference_topic", "topics.csv");
            }
        });
        lists.reload();
    }

    private boolean isEmpty(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single() == 0;
    }

    private void storeRegions() {
        var position = new AtomicInteger();
        defaults.csv("regions.csv").forEach(line -> storeRegion(line, false, position.incrementAndGet()));
        defaults.csv("territories.csv").forEach(line -> storeRegion(line, true, position.incrementAndGet()));
    }

    private void storeRegion(CSVRecord line, boolean territory, int position) {
        jdbc.sql("insert into reference_region (code, name, territory, position, active) values (?, ?, ?, ?, true)"
                        + " on conflict do nothing")
                .params(line.get("code"), line.get("name"), territory, position)
                .update();
    }

    private void storeLabels(String table, String fileName) {
        var position = new AtomicInteger();
        defaults.csv(fileName)
                .forEach(line -> jdbc.sql("insert into " + table
                                + " (code, label, position, active) values (?, ?, ?, true) on conflict do nothing")
                        .params(line.get("code"), line.get("label"), position.incrementAndGet())
                        .update());
    }
}

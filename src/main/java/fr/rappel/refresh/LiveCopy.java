package fr.rappel.refresh;

import fr.rappel.dossier.LiveRefresh;
import fr.rappel.dossier.Refreshed;
import fr.rappel.shared.Roles;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Refreshes one company or one dossier of the copy from the live source. Never slower than its time-out, never a reason
 * not to work: without an answer the copy stays as the last import left it.
 */
@Service
@RolesAllowed(Roles.AGENT)
public class LiveCopy implements LiveRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCopy.class);

    private final ObjectProvider<LiveSource> source;
    private final CircuitBreaker breaker;
    private final ImportFormats formats;
    private final CopyWriter copy;
    private final TransactionTemplate transaction;

    LiveCopy(
            ObjectProvider<LiveSource> source,
            CircuitBreaker breaker,
            ImportFormats formats,
            CopyWriter copy,
            TransactionTemplate transaction) {
        this.source = source;
        this.breaker = breaker;
        this.formats = formats;
        this.copy = copy;
        this.transaction = transaction;
    }

    @Override
    public boolean isOffered() {
        return source.getIfAvailable() != null;
    }

    @Override
    public Refreshed company(String siren) {
        return refresh(live -> live.company(siren));
    }

    @Override
    public Refreshed dossier(String number) {
        return refresh(live -> live.dossier(number));
    }

    private Refreshed refresh(Function<LiveSource, Map<String, List<Map<String, String>>>> question) {
        LiveSource live = source.getIfAvailable();
        if (live == null) {
            return Refreshed.OFF;
        }
        try {
            var answer = breaker.executeSupplier(() -> question.apply(live));
            return answer != null && store(answer) ? Refreshed.DONE : Refreshed.MALFORMED;
        } catch (CallNotPermittedException leftAlone) {
            return Refreshed.LEFT_ALONE;
        } catch (HttpClientErrorException.NotFound unknown) {
            return Refreshed.UNKNOWN;
        } catch (ResourceAccessException | RestClientResponseException silent) {
            LOG.warn(
                    "The live source does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(silent).getClass().getSimpleName());
            return Refreshed.UNAVAILABLE;
        } catch (RestClientException unreadable) {
            LOG.warn("The live source answers what cannot be read");
            return Refreshed.MALFORMED;
        } catch (DataIntegrityViolationException | ConcurrencyFailureException busy) {
            LOG.warn(
                    "What the live source answers cannot be stored now: {}",
                    busy.getClass().getSimpleName());
            return Refreshed.UNAVAILABLE;
        }
    }

    private boolean store(Map<String, List<Map<String, String>>> answer) {
        try {
            return inTransaction(answer);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            // An import wrote one of these rows at this very moment; once more, and it is there to be replaced.
            return inTransaction(answer);
        }
    }

    /** Everything or nothing; false if something of it cannot be stored. */
    private boolean inTransaction(Map<String, List<Map<String, String>>> answer) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean stored = Arrays.stream(ImportKind.values())
                    .allMatch(kind -> store(formats.of(kind), answer.get(kind.slug())));
            if (!stored) {
                status.setRollbackOnly();
            }
            return stored;
        }));
    }

    private boolean store(ImportFormat format, @Nullable List<@Nullable Map<String, String>> rows) {
        if (rows == null) {
            return true;
        }
        List<String> fields = List.copyOf(format.fields().keySet());
        Map<String, Integer> places = new LinkedHashMap<>();
        fields.forEach(field -> places.put(field, places.size()));
        List<CopyRow> read = new ArrayList<>();
        for (Map<String, String> row : rows) {
            List<String> cells = row == null
                    ? List.of()
                    : fields.stream().map(field -> cell(row, field)).toList();
            if (cells.isEmpty()) {
                return false;
            }
            long number = read.size();
            format.read(new CsvLine(number, number, 0, cells, null), places)
                    .row()
                    .ifPresent(read::add);
        }
        return read.size() == rows.size()
                && copy.write(format, read, CopyWriter.LIVE).isEmpty();
    }

    private static String cell(Map<String, String> row, String field) {
        String cell = row.get(field);
        return cell == null ? "" : cell;
    }
}

package fr.rappel.statistics.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.rappel.shared.Refusal;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.StatisticsAddress;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page of figures shows; it stands in the address, so that it can be kept, sent and gone back to. */
record Choice(Period period, Comparison comparison, Dimension by) {

    private static final String BY = "par";

    /** Dates, comparison and dimension of an address; what is missing or makes no sense is replaced by the usual. */
    static Choice of(QueryParameters address, LocalDate today) {
        return new Choice(
                period(address).orElseGet(() -> Preset.MONTH.period(today)),
                named(Comparison.values(), address.getSingleParameter(StatisticsAddress.COMPARISON))
                        .orElse(Comparison.BEFORE),
                named(Dimension.values(), address.getSingleParameter(BY))
                        .filter(BreakdownSection.DIMENSIONS::contains)
                        .orElse(Dimension.TOPIC));
    }

    QueryParameters address() {
        return QueryParameters.simple(Map.of(
                StatisticsAddress.FROM,
                period.from().toString(),
                StatisticsAddress.TO,
                period.to().toString(),
                StatisticsAddress.COMPARISON,
                comparison.name(),
                BY,
                by.name()));
    }

    Choice with(Period other) {
        return new Choice(other, comparison, by);
    }

    Choice with(Comparison other) {
        return new Choice(period, other, by);
    }

    Choice with(Dimension other) {
        return new Choice(period, comparison, other);
    }

    static Optional<Period> period(QueryParameters address) {
        LocalDate from = date(address.getSingleParameter(StatisticsAddress.FROM));
        LocalDate to = date(address.getSingleParameter(StatisticsAddress.TO));
        try {
            return from == null || to == null ? Optional.empty() : Optional.of(new Period(from, to));
        } catch (Refusal outside) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> named(E[] values, Optional<String> name) {
        return Stream.of(values)
                .filter(value -> name.filter(value.name()::equals).isPresent())
                .findFirst();
    }

    private static @Nullable LocalDate date(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}

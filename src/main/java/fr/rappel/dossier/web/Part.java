package fr.rappel.dossier.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * The bytes of a file that a request asks for.
 *
 * @param from first byte
 * @param size bytes of the whole file
 * @param asked whether it is the answer to a range, be it the whole file
 */
record Part(long from, long length, long size, boolean asked) {

    static Part whole(long size) {
        return new Part(0, size, size, false);
    }

    /**
     * The part that a {@code Range} header names. Several at once, units that are not bytes and what nobody can read get
     * the whole file, as RFC 9110 allows: a list of ranges is a way to make a server work more than it says.
     *
     * @return empty if the file ends before the part begins
     */
    static Optional<Part> of(@Nullable String header, long size) {
        return single(header)
                .map(range -> {
                    long from = range.getRangeStart(size);
                    return from < size
                            ? Optional.of(new Part(from, range.getRangeEnd(size) - from + 1, size, true))
                            : Optional.<Part>empty();
                })
                .orElseGet(() -> Optional.of(whole(size)));
    }

    /** As in {@code Content-Range}. */
    String contentRange() {
        return "bytes " + from + '-' + (from + length - 1) + '/' + size;
    }

    private static Optional<HttpRange> single(@Nullable String header) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

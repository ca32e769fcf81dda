package fr.rappel.refresh;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, from any position on, in bounded memory whatever the file holds. A value may go over
 * several lines between quotation marks. Where that makes no record, only the line with the stray mark is at fault and
 * the next line is read as if nothing had been.
 */
final class CsvLines implements Closeable {

    /** Bytes of a line. */
    static final int LONGEST = 64 * 1024;

    /** Lines of a record. */
    static final int MOST_LINES = 20;

    private final FileChannel channel;
    private final Charset charset;
    private final CSVFormat format;
    private final List<String> header;
    private final Deque<RawLine> ahead = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST).limit(0);
    private long position;
    private long number;

    private CsvLines(FileChannel channel, Charset charset) throws IOException, FileRefused {
        this.channel = channel;
        this.charset = charset;
        RawLine first = peekFirst();
        if (first == null) {
            throw new FileRefused(ImportFault.EMPTY, null);
        }
        String text = first.text();
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(text.chars().filter(c -> c == ';').count() > 0 ? ';' : ',')
                .get();
        this.header = text.isBlank() || first.tooLong() ? List.of() : parse(text);
        ahead.removeFirst();
    }

    /**
     * Opens a file and reads its header; the records follow it.
     *
     * @throws FileRefused if there is nothing in it, or plainly no text
     */
    static CsvLines open(Path file, Charset charset) throws IOException, FileRefused {
        FileChannel channel = FileChannel.open(file);
        try {
            FileSignature.refuseWhatIsNoText(channel);
            return new CsvLines(channel, charset);
        } catch (IOException | FileRefused | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    List<String> header() {
        return header;
    }

    /** Goes on after a record that ended at that byte. */
    void seek(long nextByte, long nextLine) throws IOException {
        ahead.clear();
        channel.position(nextByte);
        buffer.limit(0);
        position = nextByte;
        number = nextLine;
    }

    /** The next record; null at the end of the file. */
    @Nullable
    CsvLine next() throws IOException {
        RawLine first = peekFirst();
        if (first == null) {
            return null;
        }
        if (first.tooLong()) {
            return refuse(ImportFault.LINE_TOO_LONG);
        }
        StringBuilder text = new StringBuilder(first.text());
        int lines = 1;
        boolean open = first.opensQuote();
        for (; open; lines++) {
            RawLine more = peek(lines);
            if (more == null || more.tooLong() || lines == MOST_LINES) {
                return refuse(ImportFault.QUOTE);
            }
            text.append('\n').append(more.text());
            open = !more.opensQuote();
        }
        List<String> cells = parse(text.toString());
        if (cells.isEmpty() || lines > 1 && cells.size() != header.size()) {
            return text.toString().isBlank() ? blank() : refuse(ImportFault.QUOTE);
        }
        if (cells.size() != header.size() && cells.stream().anyMatch(cell -> !cell.isBlank())) {
            return refuse(ImportFault.COLUMN_COUNT);
        }
        return take(lines, first.number(), cells);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private CsvLine blank() {
        RawLine line = ahead.removeFirst();
        return new CsvLine(line.number(), line.number(), line.end(), List.of(), null);
    }

    private CsvLine refuse(ImportFault fault) {
        RawLine line = ahead.removeFirst();
        return new CsvLine(line.number(), line.number(), line.end(), List.of(), fault);
    }

    private CsvLine take(int lines, long firstNumber, List<String> cells) {
        long end = position;
        for (int i = 0; i < lines; i++) {
            end = ahead.removeFirst().end();
        }
        return new CsvLine(firstNumber, firstNumber + lines - 1, end, cells, null);
    }

    /** The cells of one record, none if its quotation marks make no sense. */
    private List<String> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<String> cells = new ArrayList<>();
            parser.forEach(csvRecord -> csvRecord.forEach(cells::add));
            return cells;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return List.of();
        }
    }

    private @Nullable RawLine peekFirst() throws IOException {
        return peek(0);
    }

    private @Nullable RawLine peek(int index) throws IOException {
        while (ahead.size() <= index) {
            RawLine line = read();
            if (line == null) {
                return null;
            }
            ahead.addLast(line);
        }
        Iterator<RawLine> lines = ahead.iterator();
        for (int i = 0; i < index; i++) {
            lines.next();
        }
        return lines.next();
    }

    private @Nullable RawLine read() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        long start = position;
        boolean ended = false;
        boolean tooLong = false;
        while (!ended && (buffer.hasRemaining() || fill())) {
            int from = buffer.position();
            int to = from;
            while (to < buffer.limit() && buffer.get(to) != '\n') {
                to++;
            }
            ended = to < buffer.limit();
            int kept = Math.min(to - from, LONGEST - bytes.size());
            bytes.write(buffer.array(), from, kept);
            tooLong |= kept < to - from;
            int next = ended ? to + 1 : to;
            position += next - from;
            buffer.position(next);
        }
        return position == start ? null : new RawLine(++number, position, text(bytes, start), tooLong);
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        return count > 0;
    }

    private String text(ByteArrayOutputStream bytes, long start) {
        String text = bytes.toString(charset);
        int from = start == 0 && text.startsWith("\uFEFF") ? 1 : 0;
        int to = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(Math.min(from, to), to);
    }

    private record RawLine(long number, long end, String text, boolean tooLong) {

        boolean opensQuote() {
            return text.chars().filter(c -> c == '"').count() % 2 == 1;
        }
    }
}

package fr.rappel.notifications;

import fr.rappel.shared.CleanText;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as it matters. At most {@value #MOST_BYTES} bytes of each part are read, and eight levels of
 * parts.
 *
 * @param id its {@code Message-ID}, or what it is recognised by
 * @param nature what it is
 * @param sender address it comes from; empty if it has none
 * @param subject one line
 * @param mentioned {@code Message-ID}s it answers, or that came back with it
 * @param text what was written; for a returned mail, why it came back
 */
record ReceivedMail(String id, Nature nature, String sender, String subject, List<String> mentioned, String text) {

    enum Nature {
        /** A mail server could not deliver one of ours. */
        RETURNED,
        /** A machine answered: out of office, delayed, read. Never answered, never told. */
        AUTOMATIC,
        /** Somebody wrote. */
        LETTER
    }

    private static final int MOST_BYTES = 65_536;
    private static final int DEEPEST = 8;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,280}>");

    /** What a header of ours may repeat: visible signs of ASCII, on one line. */
    private static final Pattern CITABLE = Pattern.compile("<[!-;=?-~]{1,280}>");

    private static final Pattern ORIGINAL = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,280}>)");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.{1,300})");

    /**
     * Where a mail program puts what is being answered. Anybody may write to the mailbox: whatever a line holds, it is looked
     * at once.
     */
    private static final Pattern QUOTATION = Pattern.compile("(?im)^(>.*+|le .{1,200} a écrit\\h*+:|on .{1,200} wrote:"
            + "|-{3,}+[^-\\n]{0,60}(original|origine)[^-\\n]{0,60}-{3,}+|_{20,}+)\\h*+$");

    static ReceivedMail read(MimeMessage mail) throws MessagingException, IOException {
        var parts = new ArrayList<ReadPart>();
        collect(mail, parts, 0);
        String all = String.join("\n", parts.stream().map(ReadPart::text).toList());
        Nature nature = nature(mail, all);
        String subject = CleanText.clean(mail.getSubject());
        String id = mail.getMessageID() == null ? sender(mail) + mail.getSentDate() + subject : mail.getMessageID();
        List<String> mentioned = nature == Nature.RETURNED
                ? found(ORIGINAL.matcher(all), 1)
                : found(MESSAGE_ID.matcher(header(mail, "In-Reply-To") + " " + header(mail, "References")), 0);
        return new ReceivedMail(
                id,
                nature,
                sender(mail),
                subject,
                mentioned,
                nature == Nature.RETURNED ? diagnostic(all) : written(parts));
    }

    /** Its {@code Message-ID}, for headers that name it; null if it has none that could stand there. */
    @Nullable
    String citableId() {
        return CITABLE.matcher(id).matches() ? id : null;
    }

    private static Nature nature(MimeMessage mail, String all) throws MessagingException {
        if (mail.isMimeType("multipart/report")) {
            return FAILED.matcher(all).find() ? Nature.RETURNED : Nature.AUTOMATIC;
        }
        boolean automatic = Stream.of("X-Autoreply", "X-Autorespond", "List-Id")
                        .anyMatch(name -> !header(mail, name).isEmpty())
                || !header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).matches("|no")
                || header(mail, "Precedence").toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply")
                || header(mail, "Return-Path").equals("<>")
                || sender(mail).toLowerCase(Locale.ROOT).startsWith("mailer-daemon@");
        return automatic ? Nature.AUTOMATIC : Nature.LETTER;
    }

    private static String diagnostic(String all) {
        Matcher found = DIAGNOSTIC.matcher(all);
        return found.find() ? CleanText.clean(found.group(1)) : "";
    }

    /** What the sender wrote, without what they answer. */
    private static String written(List<ReadPart> parts) {
        String text = parts.stream()
                .filter(part -> part.type().equals("text/plain"))
                .map(ReadPart::text)
                .findFirst()
                .orElseGet(() -> parts.stream()
                        .filter(part -> part.type().equals("text/html"))
                        .map(part -> Jsoup.parse(part.text()).wholeText())
                        .findFirst()
                        .orElse(""));
        String whole = CleanText.multiline(text);
        Matcher quotation = QUOTATION.matcher(whole);
        String own = quotation.find() ? CleanText.multiline(whole.substring(0, quotation.start())) : whole;
        return CleanText.isBlank(own) ? whole : own;
    }

    private record ReadPart(String type, String text) {}

    private static void collect(Part part, List<ReadPart> parts, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.size() > 50) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart one = several.getBodyPart(i);
                collect(one, parts, depth + 1);
            }
        } else if (part.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            parts.add(new ReadPart("text/plain", text(part)));
        } else if (part.isMimeType("text/html")) {
            parts.add(new ReadPart("text/html", text(part)));
        } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
            parts.add(new ReadPart("report", text(part)));
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset(part));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException | jakarta.mail.internet.ParseException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String sender(MimeMessage mail) {
        try {
            Address[] from = mail.getFrom();
            return from == null || from.length == 0 || !(from[0] instanceof InternetAddress address)
                    ? ""
                    : CleanText.clean(address.getAddress());
        } catch (MessagingException malformed) {
            return "";
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : CleanText.clean(String.join(" ", values));
        } catch (MessagingException malformed) {
            return "";
        }
    }

    private static List<String> found(Matcher matcher, int group) {
        return matcher.results()
                .map(result -> result.group(group))
                .distinct()
                .limit(50)
                .toList();
    }
}

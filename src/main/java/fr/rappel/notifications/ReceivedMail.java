package fr.rappel.notifications;

import fr.rappel.shared.CleanText;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as it matters. At most {@value #MOST_BYTES} bytes of each text are read, and eight levels of
 * parts; of files only the names.
 *
 * @param id its {@code Message-ID}, or what it is recognised by
 * @param nature what it is
 * @param sender address it comes from; empty if it has none
 * @param subject one line
 * @param mentioned {@code Message-ID}s it answers, or that came back with it
 * @param text what was written; for a returned mail, why it came back
 * @param files names of the files that came with it
 */
record ReceivedMail(
        String id,
        Nature nature,
        String sender,
        String subject,
        List<String> mentioned,
        String text,
        List<String> files) {

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

    private static final Pattern ORIGINAL = Pattern.compile("(?im)^[>\\h]*+Message-ID:\\s*(<[^<>\\s]{1,280}>)");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.{1,300})");

    /** A line by which a server refuses for good in words of its own: 550, 5.1.1; neither a date nor a network address. */
    private static final Pattern REFUSAL =
            Pattern.compile("(?m)^.*(?<![\\d.])(?:55\\d|5\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d).*$");

    /**
     * Where a mail program puts what is being answered: a line, or two if it is long. Anybody may write to the mailbox:
     * whatever a line holds, it is not looked at for long.
     */
    private static final Pattern QUOTATION = Pattern.compile("(?im)^\\h*+(>.*+"
            + "|le (.{1,200}|.{0,40}\\d.{0,160}\\n.{0,120})\\ba\\s{1,2}écrit\\h*+:"
            + "|on (.{1,200}|.{0,40}\\d.{0,160}\\n.{0,120})\\bwrote:"
            + "|\\*?(de|from)\\h?:.{1,300}+\\n\\h*+\\*?(envoyé|sent|date)\\h?:.*+"
            + "|-{3,}+[^-\\n]{0,60}(original|origine)[^-\\n]{0,60}-{3,}+|_{20,}+)\\h*+$");

    /** A picture in the text that is not bigger is taken for the ornament of a signature; a copy of a screen is bigger. */
    private static final int ORNAMENT_BYTES = 30_000;

    private static final int LONGEST_NAME = 80;

    static ReceivedMail read(MimeMessage mail) throws MessagingException, IOException {
        var parts = new Parts(new ArrayList<>(), new ArrayList<>());
        collect(mail, parts, 0);
        String all =
                String.join("\n", parts.texts().stream().map(ReadPart::text).toList());
        Nature nature = nature(mail, all);
        String subject = CleanText.clean(mail.getSubject());
        String id = mail.getMessageID() == null ? sender(mail) + mail.getSentDate() + subject : mail.getMessageID();
        List<String> mentioned = nature == Nature.RETURNED
                ? returned(mail, all)
                : found(MESSAGE_ID.matcher(header(mail, "In-Reply-To") + " " + header(mail, "References")), 0);
        return new ReceivedMail(
                id,
                nature,
                sender(mail),
                subject,
                mentioned,
                nature == Nature.RETURNED ? diagnostic(all) : written(parts.texts()),
                parts.files());
    }

    /** Whether somebody wrote more than what is read of it, or nothing: people should look at it. */
    boolean needsPeople() {
        return nature == Nature.LETTER && (!files.isEmpty() || CleanText.isBlank(text));
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
        boolean fromNobody = header(mail, "Return-Path").equals("<>");
        if ((fromNobody || isFromDaemon(mail)) && REFUSAL.matcher(all).find()) {
            return Nature.RETURNED;
        }
        boolean automatic = Stream.of("X-Autoreply", "X-Autorespond", "List-Id")
                        .anyMatch(name -> !header(mail, name).isEmpty())
                || !header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).matches("|no")
                || header(mail, "Precedence").toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply")
                || fromNobody
                || isFromDaemon(mail);
        return automatic ? Nature.AUTOMATIC : Nature.LETTER;
    }

    private static boolean isFromDaemon(MimeMessage mail) {
        return sender(mail).toLowerCase(Locale.ROOT).startsWith("mailer-daemon@");
    }

    /** The headers of the original name it; without them, whatever looks like a name, of which only ours are known. */
    private static List<String> returned(MimeMessage mail, String all) {
        List<String> named = found(ORIGINAL.matcher(all), 1);
        String answered = isFromDaemon(mail) ? header(mail, "In-Reply-To") : "";
        return named.isEmpty() ? found(MESSAGE_ID.matcher(all + " " + answered), 0) : named;
    }

    private static String diagnostic(String all) {
        Matcher coded = DIAGNOSTIC.matcher(all);
        if (coded.find()) {
            return CleanText.clean(coded.group(1));
        }
        Matcher refusal = REFUSAL.matcher(all);
        return refusal.find() ? CleanText.clean(refusal.group()) : "";
    }

    /** What the sender wrote, without what they answer. */
    private static String written(List<ReadPart> texts) {
        String plain = joined(texts, "text/plain");
        String whole = CleanText.multiline(CleanText.isBlank(plain) ? MailLines.of(joined(texts, "text/html")) : plain);
        Matcher quotation = QUOTATION.matcher(whole);
        String own = quotation.find() ? CleanText.multiline(whole.substring(0, quotation.start())) : whole;
        return CleanText.isBlank(own) ? whole : own;
    }

    private static String joined(List<ReadPart> texts, String type) {
        return texts.stream()
                .filter(part -> part.type().equals(type))
                .map(ReadPart::text)
                .collect(Collectors.joining("\n"));
    }

    private record ReadPart(String type, String text) {}

    private record Parts(List<ReadPart> texts, List<String> files) {}

    private static void collect(Part part, Parts parts, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.texts().size() + parts.files().size() > 50) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    collect(several.getBodyPart(i), parts, depth + 1);
                }
            }
        } else {
            collectLeaf(part, parts);
        }
    }

    private static void collectLeaf(Part part, Parts parts) throws MessagingException, IOException {
        boolean message = part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers");
        boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
        String name = fileName(part);
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || !name.isEmpty();
        if (message) {
            parts.texts().add(new ReadPart("report", text(part)));
        } else if (text && !file) {
            parts.texts().add(new ReadPart(part.isMimeType("text/plain") ? "text/plain" : "text/html", text(part)));
        }
        if ((file || !text) && !isOrnament(part)) {
            parts.files().add(name);
        }
    }

    /** Nothing that anybody would look for: the small pictures of a signature, or its cryptographic one. */
    private static boolean isOrnament(Part part) throws MessagingException {
        boolean shownInText = part.getHeader("Content-ID") != null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.isMimeType("image/*");
        return shownInText && part.getSize() >= 0 && part.getSize() <= ORNAMENT_BYTES
                || part.getContentType()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s)application/(x-)?(pgp|pkcs7)-signature\\b.*+");
    }

    /** Name of a part that is a file; empty if it has none, or none that can be read. */
    private static String fileName(Part part) {
        try {
            String name = part.getFileName();
            String clean = name == null ? "" : CleanText.clean(MimeUtility.decodeText(name));
            return CleanText.length(clean) <= LONGEST_NAME
                    ? clean
                    : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            return "";
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

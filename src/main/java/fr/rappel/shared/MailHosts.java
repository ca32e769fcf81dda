package fr.rappel.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mail hosts that people in France use most, and what their misspellings mean. */
final class MailHosts {

    /** Most used first: the first that resembles a misspelling is proposed. */
    private static final List<String> COMMON = List.of(
            "gmail.com",
            "orange.fr",
            "hotmail.fr",
            "wanadoo.fr",
            "hotmail.com",
            "yahoo.fr",
            "outlook.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "live.fr",
            "outlook.com",
            "icloud.com",
            "yahoo.com",
            "bbox.fr",
            "neuf.fr",
            "msn.com",
            "aol.com",
            "live.com",
            "gmx.fr",
            "gmx.com",
            "me.com",
            "numericable.fr",
            "club-internet.fr",
            "protonmail.com",
            "proton.me");

    /** Hosts that exist and look like a misspelling of another. */
    private static final Set<String> GENUINE = Set.of(
            "mail.com", "email.com", "ymail.com", "googlemail.com", "aol.fr", "hotmail.be", "hotmail.ch", "yahoo.ca");

    /** Misspellings that differ by more than one key, and names that end otherwise than people remember. */
    private static final Map<String, String> KNOWN_SLIPS = Map.ofEntries(
            Map.entry("gmail.fr", "gmail.com"),
            Map.entry("gmail.net", "gmail.com"),
            Map.entry("orange.com", "orange.fr"),
            Map.entry("orange.net", "orange.fr"),
            Map.entry("wanadoo.com", "wanadoo.fr"),
            Map.entry("free.com", "free.fr"),
            Map.entry("fre.fr", "free.fr"),
            Map.entry("sfr.com", "sfr.fr"),
            Map.entry("laposte.fr", "laposte.net"),
            Map.entry("laposte.com", "laposte.net"),
            Map.entry("icloud.fr", "icloud.com"),
            Map.entry("bbox.com", "bbox.fr"));

    /** Endings that are no top-level domain. */
    private static final Map<String, String> ENDINGS =
            Map.of(".con", ".com", ".cmo", ".com", ".ocm", ".com", ".vom", ".com", ".xom", ".com", ".rf", ".fr");

    /** A shorter name has too many honest neighbours for one key of difference to mean anything. */
    private static final int SHORTEST_NAME = 5;

    private MailHosts() {}

    /** The host that was probably meant; empty if this one may well be right. */
    static Optional<String> meantBy(String host) {
        String ended = ENDINGS.entrySet().stream()
                .filter(ending -> host.endsWith(ending.getKey()))
                .findFirst()
                .map(ending -> host.substring(0, host.length() - ending.getKey().length()) + ending.getValue())
                .orElse(host);
        String meant = KNOWN_SLIPS.getOrDefault(ended, ended);
        if (COMMON.contains(meant) || GENUINE.contains(meant)) {
            return Optional.of(meant).filter(name -> !name.equals(host));
        }
        return COMMON.stream()
                .filter(name -> name.indexOf('.') >= SHORTEST_NAME && OneSlip.between(ended, name))
                .findFirst()
                .or(() -> Optional.of(ended).filter(name -> !name.equals(host)));
    }
}

package fr.rappel.shared;

import java.net.URI;

/**
 * The body whose line this is, as the public reads it: facts of the installation, from {@code organisation.properties}
 * in the defaults folder, and the public address from {@code rappel.public-url}.
 *
 * @param name the name people know, for instance "AKTO"
 * @param description what the body is, in one short sentence without a full stop
 * @param audience whom the line answers, as the end of the sentence "Nous répondons aux …"
 * @param phone the line's number in E.164 form
 * @param phoneDisplay the same number as people write it
 * @param callTariff what a call costs, for instance "appel non surtaxé"
 * @param portalName name of the body's own portal
 * @param portalUrl address of that portal
 * @param publicUrl where the public reaches this application, without a slash at the end
 */
public record Organisation(
        String name,
        String description,
        String audience,
        String phone,
        String phoneDisplay,
        String callTariff,
        String portalName,
        URI portalUrl,
        String publicUrl) {

    /** The full address of a page of this application. */
    public String address(String path) {
        return publicUrl + path;
    }
}

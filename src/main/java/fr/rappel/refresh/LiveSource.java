package fr.rappel.refresh;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What the information system answers at once. An answer holds rows by kind of import, with the columns of its files:
 * {@code {"dossiers": [{"numero": "…", "statut": "…"}]}}.
 */
@HttpExchange(accept = "application/json")
interface LiveSource {

    /** A company with its establishments, accounts, rattachements and dossiers. */
    @GetExchange("/companies/{siren}")
    Map<String, List<Map<String, String>>> company(@PathVariable String siren);

    /** A dossier with its company, documents, invoices and payments. */
    @GetExchange("/dossiers/{number}")
    Map<String, List<Map<String, String>>> dossier(@PathVariable String number);
}

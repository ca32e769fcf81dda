package fr.rappel.api;

import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.HitKind;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.dossier.SearchHit;
import fr.rappel.shared.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@RolesAllowed(Roles.AGENT)
@Tag(name = "Agents")
@SecurityRequirement(name = OpenApiDescription.BASIC)
class DossierSearchController {

    private static final int MOST_OF_A_KIND = 20;

    private final DossierSearch search;
    private final MessageSource messages;

    DossierSearchController(DossierSearch search, MessageSource messages) {
        this.search = search;
        this.messages = messages;
    }

    @GetMapping("/search")
    @Operation(
            summary = "Dossiers, companies, accounts, invoices and payments by one text",
            description = "A number, name, address or amount in any usual writing, or its beginning. At most "
                    + MOST_OF_A_KIND + " of each kind.")
    Found search(@RequestParam String q, Locale locale) {
        List<Item> items = search.search(q, SearchFilter.NONE).groups().values().stream()
                .flatMap(hits -> hits.stream().limit(MOST_OF_A_KIND))
                .map(hit -> item(hit, locale))
                .toList();
        return new Found(items);
    }

    private Item item(SearchHit hit, Locale locale) {
        return new Item(hit.kind(), hit.id(), hit.label(), hit.detail(messages, locale));
    }

    record Found(List<Item> items) {}

    record Item(HitKind kind, String id, String label, String detail) {}
}

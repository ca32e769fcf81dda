package fr.rappel.statistics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Claire before the page of figures, opened at an address. */
abstract class AtStatistics extends AsSupervisor {

    static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts[1]));
    }

    void received(Instant at, String region) {
        received(at, Map.of("region_code", region));
    }

    void received(Instant at, Map<String, ?> columns) {
        data.fact("RECEIVED", data.request(at, columns), at);
    }

    String card(String name) {
        return $view(FigureCards.class)
                .single()
                .getChildren()
                .map(card -> card.getElement().getTextRecursively())
                .filter(text -> text.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    Anchor link(String part, String text) {
        return $view(Anchor.class).all().stream()
                .filter(anchor ->
                        anchor.getHref().contains(part) && anchor.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    List<Anchor> requests() {
        return $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().startsWith("console/demandes/"))
                .toList();
    }
}

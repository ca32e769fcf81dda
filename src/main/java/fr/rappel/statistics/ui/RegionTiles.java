package fr.rappel.statistics.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Item;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import java.util.List;
import java.util.Map;

/**
 * The regions as tiles that lie where they lie on a map, overseas ones at the left, territories below. Tiles are of one size,
 * so that a small region is seen as well as a large one. Regions of another customer that have no place come last.
 */
class RegionTiles extends Div {

    /** Row and column by INSEE code. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("32", "1/6"),
            Map.entry("28", "2/5"),
            Map.entry("11", "2/6"),
            Map.entry("44", "2/7"),
            Map.entry("53", "3/4"),
            Map.entry("52", "3/5"),
            Map.entry("24", "3/6"),
            Map.entry("27", "3/7"),
            Map.entry("75", "4/5"),
            Map.entry("84", "4/7"),
            Map.entry("76", "5/6"),
            Map.entry("93", "5/7"),
            Map.entry("94", "5/8"),
            Map.entry("01", "1/1"),
            Map.entry("02", "2/1"),
            Map.entry("03", "3/1"),
            Map.entry("04", "4/1"),
            Map.entry("06", "5/1"),
            Map.entry("978", "1/2"),
            Map.entry("977", "2/2"),
            Map.entry("975", "3/2"),
            Map.entry("987", "4/2"),
            Map.entry("988", "5/2"),
            Map.entry("986", "6/1"),
            Map.entry("984", "6/2"));

    RegionTiles(Period period, String label, List<Item> regions, FigureFormat format) {
        addClassName("region-tiles");
        UnorderedList tiles = new UnorderedList();
        // On a phone the tiles are wider than the screen: the keyboard scrolls them as well.
        tiles.getElement().setAttribute("aria-label", label).setAttribute("tabindex", "0");
        long most = regions.stream().mapToLong(RegionTiles::received).max().orElse(0);
        regions.forEach(region -> tiles.add(tile(period, region, most, format)));
        add(tiles);
    }

    private static ListItem tile(Period period, Item region, long most, FigureFormat format) {
        Span count = new Span(format.count(received(region)));
        count.addClassName("tile-count");
        Span name = new Span(region.label());
        name.addClassName("tile-name");
        ListItem tile = new ListItem();
        if (received(region) == 0) {
            tile.add(name, count);
        } else {
            String address = RowsAddress.of(period, Measure.RECEIVED, Dimension.REGION, region.key());
            tile.add(new Anchor(address, name, count));
        }
        String place = PLACES.get(region.key());
        if (place != null) {
            tile.getStyle().set("grid-area", place);
        }
        Shade.of(tile, received(region), most);
        return tile;
    }

    private static long received(Item region) {
        return region.counted().events(Measure.RECEIVED);
    }
}

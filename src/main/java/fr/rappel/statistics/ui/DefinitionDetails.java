package fr.rappel.statistics.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Map;

/** What names above numbers mean, one click away. */
class DefinitionDetails extends NativeDetails {

    /** @param definitions by name, in the order of the page */
    DefinitionDetails(Map<String, String> definitions) {
        DescriptionList list = new DescriptionList();
        definitions.forEach((name, definition) ->
                list.add(new DescriptionList.Term(name), new DescriptionList.Description(definition)));
        setSummaryText(getTranslation("statistics.DefinitionDetails.summary"));
        setContent(list);
        addClassName("definitions");
    }
}

package fr.rappel.dossier.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.StatedPurpose;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of the copy, of whatever its address names. The address also says for which request or reason that is read;
 * without, or when the request is not the reader's, nothing is read before somebody says so.
 */
abstract class CopyPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DossierReading reading;
    private final String why;
    private final BiFunction<CopyAddress, String, String> address;
    private String title = "";

    /**
     * @param why key of the question that is asked
     * @param address where what the page shows is opened for another purpose
     */
    CopyPage(DossierReading reading, String why, BiFunction<CopyAddress, String, String> address) {
        this.reading = reading;
        this.why = why;
        this.address = address;
    }

    /**
     * Reads it and says what it is.
     *
     * @return the title of the page
     * @throws DossierNotFound if there is none
     */
    abstract String show(String id, Purpose purpose);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Purpose stated = StatedPurpose.of(
                        asked.getSingleParameter(StatedPurpose.REQUEST).orElse(null),
                        asked.getSingleParameter(StatedPurpose.REASON).orElse(null))
                .orElse(null);
        try {
            open(asked.getSingleParameter(CopyAddress.NUMBER).orElse(""), stated);
        } catch (DossierNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    /** Not final: a proxy in front of the page is asked, and must pass it on. */
    @Override
    public String getPageTitle() {
        return title;
    }

    void open(String id, @Nullable Purpose stated) {
        removeAll();
        if (stated != null && reading.mayBeFor(stated)) {
            title = show(id, stated);
        } else {
            title = getTranslation(why);
            add(new ReasonQuestion(title, stated, purpose -> address.apply(new CopyAddress(purpose), id)));
        }
    }
}

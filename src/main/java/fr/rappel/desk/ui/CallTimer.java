package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** How long a call has been going on; the browser counts on from what has gone by. */
class CallTimer extends Span {

    CallTimer(Duration soFar) {
        addClassName("timer");
        getElement().executeJs("""
                const start = performance.now() - $0;
                const tick = () => {
                  const seconds = Math.floor((performance.now() - start) / 1000);
                  this.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
                  if (!this.isConnected) clearInterval(ticking);
                };
                const ticking = setInterval(tick, 1000);
                tick();""", (double) soFar.toMillis());
    }
}

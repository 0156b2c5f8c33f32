// Set before htmx starts (it waits for the document): the content security policy forbids eval and inline styles.
const { htmx } = window;
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

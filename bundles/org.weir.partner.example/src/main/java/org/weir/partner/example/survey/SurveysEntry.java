package org.weir.partner.example.survey;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The way to the partner's page, in the navigation and the palette. */
@Component
public final class SurveysEntry implements NavEntry {
    @Override
    public String section() {
        return "section.example";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Text label() {
        return Text.of("example.open-surveys");
    }

    @Override
    public String icon() {
        return "calendar";
    }

    @Override
    public String href() {
        return "/example/surveys";
    }

    @Override
    public String permission() {
        return "example-survey:read";
    }
}

package org.weir.solution.model;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The way to loading a model, in the navigation and the palette. */
@Component
public final class LoadEntry implements NavEntry {
    @Override
    public String section() {
        return "section.solution";
    }

    @Override
    public int order() {
        return 290;
    }

    @Override
    public Text label() {
        return Text.of("model.load");
    }

    @Override
    public String icon() {
        return "file-up";
    }

    @Override
    public String href() {
        return "/product-models/load";
    }

    @Override
    public String permission() {
        return "product-model:load-uvl";
    }
}

package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/new}: takes a jar, to be tried before it is installed. */
@Component(service = Page.class)
public final class UploadPage implements Page {
    private final DeployComponent bundles;

    @Activate
    public UploadPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    @Override
    public String path() {
        return "/admin/bundles/new";
    }

    @Override
    public String permission() {
        return Permissions.DEPLOY;
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, "");
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        Visit.Upload upload = visit.upload("file");
        if (upload == null) {
            visit.status(422);
            return show(visit, visit.t("admin.jar.none"));
        }
        try (InputStream in = upload.open()) {
            return new Reply.Redirect(
                    "/admin/bundles/jars/"
                            + bundles.deploy().bring(in, upload.fileName()).sha(),
                    null);
        } catch (ProblemException refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            visit.status(422);
            return show(visit, visit.t(refused.fields().get(0).text()));
        }
    }

    private static Reply show(Visit visit, String error) {
        return new Reply.Show(Text.of("admin.bundle.upload"), Draw.CRUMBS, Draw.TEMPLATES.bundleUpload(visit, error));
    }
}

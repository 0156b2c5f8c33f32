package org.weir.files.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.files.attachment.Attachment;
import org.weir.files.attachment.Attachments;

/** Pictures of files, drawn when first asked for and kept; two at a time, and none for longer than ten seconds. */
@Component(service = Previews.class)
public final class Previews {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int SECONDS = 10;
    private static final int WAITING = 32;

    private final Attachments attachments;
    private final Path kept;
    private final ThreadPoolExecutor drawing =
            new ThreadPoolExecutor(2, 2, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "weir-preview");
                thread.setDaemon(true);
                return thread;
            });

    @Activate
    public Previews(BundleContext context, @Reference Attachments attachments) {
        this.attachments = attachments;
        String data = context.getProperty("weir.data");
        this.kept = Path.of(data == null ? "data" : data).resolve("previews");
        drawing.allowCoreThreadTimeOut(true);
        System.setProperty("java.awt.headless", "true");
    }

    @Deactivate
    void close() {
        drawing.shutdownNow();
    }

    /** A PNG. @throws ProblemException 404 when there is no picture of such a file, 503 when too many are asked for */
    public Path of(Attachment attachment) throws IOException {
        Path file = kept.resolve(attachment.sha256() + ".png");
        if (Files.exists(file)) {
            return file;
        }
        if (!DrawPreview.draws(attachment.media())) {
            throw ProblemException.notFound();
        }
        Files.createDirectories(kept);
        Path beside = Files.createTempFile(kept, "drawn", ".part");
        try {
            Files.write(beside, drawn(attachment));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        return file;
    }

    private byte[] drawn(Attachment attachment) {
        Future<byte[]> picture;
        try {
            picture = drawing.submit(() -> DrawPreview.png(attachments.path(attachment), attachment.media()));
        } catch (RejectedExecutionException e) {
            throw new ProblemException(503, Text.of("files.error.busy"), List.of());
        }
        try {
            return picture.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(503, Text.of("files.error.busy"), List.of());
        } catch (ExecutionException | TimeoutException e) {
            picture.cancel(true);
            LOG.info("There is no picture of {}: {}", attachment.id(), e.toString());
            throw ProblemException.notFound();
        }
    }
}

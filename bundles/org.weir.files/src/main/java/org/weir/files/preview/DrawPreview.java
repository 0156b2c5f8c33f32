package org.weir.files.preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.weir.files.content.Sniff;

/**
 * Draws a small PNG of a picture or of a PDF's first page. What is sent is always drawn here, never the file itself; large
 * pictures are thinned out while they are read, so that a small file cannot fill the memory.
 */
public final class DrawPreview {
    /** Pixels of the longer side. */
    static final int SIDE = 960;

    private static final long MOST_PIXELS = 120_000_000;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");
    private static final float MOST_POINTS = 20_000;
    private static final int FORMS_IN_FORMS = 4;

    private DrawPreview() {}

    /** Whether there is a picture of such files. */
    public static boolean draws(String media) {
        return PICTURES.contains(media) || media.equals(Sniff.PDF);
    }

    /** @throws IOException when the file is broken, protected or too large to draw */
    public static byte[] png(Path file, String media) throws IOException {
        BufferedImage drawn = media.equals(Sniff.PDF) ? firstPage(file) : picture(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(fitted(drawn), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage picture(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) {
                    throw new IOException(width + " × " + height + " is too large to draw");
                }
                int step = (int) Math.max(1, Math.max(width, height) / (2L * SIDE));
                ImageReadParam thinned = reader.getDefaultReadParam();
                thinned.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, thinned);
            } catch (RuntimeException e) {
                throw new IOException("broken picture", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw new IOException("no page");
            }
            PDRectangle page = document.getPage(0).getCropBox();
            float longer = Math.max(page.getWidth(), page.getHeight());
            if (longer <= 0 || longer > MOST_POINTS) {
                throw new IOException("a page of " + longer + " points");
            }
            fit(document.getPage(0).getResources(), FORMS_IN_FORMS);
            PDFRenderer renderer = new InterruptibleRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, SIDE / longer, ImageType.RGB);
        } catch (RuntimeException e) {
            throw new IOException("broken document", e);
        }
    }

    /** A picture in a document is read whole, however small it is drawn. */
    private static void fit(@Nullable PDResources resources, int deeper) throws IOException {
        if (resources == null || deeper < 0) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                throw new IOException("a picture of " + image.getWidth() + " × " + image.getHeight());
            } else if (object instanceof PDFormXObject form) {
                fit(form.getResources(), deeper - 1);
            }
        }
    }

    private static BufferedImage fitted(BufferedImage image) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }
}

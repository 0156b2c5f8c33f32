package org.weir.records.sheet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.weir.records.sheet.SheetFault.Reason;

/** The parts of a workbook, with a guard over how much they inflate to. */
final class XlsxArchive implements AutoCloseable {
    private static final long RATIO_FROM = 8L << 20;

    private final ZipFile zip;
    private final SheetLimits limits;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private long inflated;

    XlsxArchive(Path file, SheetLimits limits) throws IOException {
        this.limits = limits;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            boolean locked =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypt");
            Reason reason = locked ? Reason.PASSWORD_PROTECTED : Reason.WORKBOOK_DAMAGED;
            throw new SheetException(SheetFault.ofFile(reason, null), e);
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** A reader of the part; null when the workbook has none. It closes the part with {@link Part#close}. */
    @Nullable
    Part open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return null;
        }
        try {
            InputStream bytes = new Guarded(zip.getInputStream(entry), entry.getCompressedSize());
            return new Part(xml.createXMLStreamReader(text(bytes)), bytes);
        } catch (XMLStreamException e) {
            throw failure(e);
        } catch (ZipException | EOFException e) {
            throw new SheetException(SheetFault.ofFile(Reason.WORKBOOK_DAMAGED, null), e);
        }
    }

    /** Decoded here, as UTF-8 or UTF-16, because the parser complains of wrong bytes on the console. */
    private static Reader text(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(4);
        byte[] head = in.readNBytes(3);
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        for (Charset wide : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            charset = EncodingGuess.markLength(head, wide) > 0 ? wide : charset;
        }
        in.skipNBytes(EncodingGuess.markLength(head, charset));
        return new InputStreamReader(in, EncodingGuess.strict(charset));
    }

    /** What a failure to parse means. */
    static SheetException failure(XMLStreamException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause(cause)) {
            if (cause instanceof SheetException known) {
                return known;
            }
        }
        return new SheetException(SheetFault.ofFile(Reason.WORKBOOK_DAMAGED, null), thrown);
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        return thrown instanceof XMLStreamException x && x.getNestedException() != null
                ? x.getNestedException()
                : thrown.getCause();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** One part of the workbook, element by element. */
    static final class Part implements AutoCloseable {
        final XMLStreamReader xml;
        private final InputStream bytes;

        Part(XMLStreamReader xml, InputStream bytes) {
            this.xml = xml;
            this.bytes = bytes;
        }

        /** Moves on: 1 start of an element, 2 end of one, 4 text, 8 end of the part. */
        int next() {
            try {
                int event = xml.next();
                if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                    throw SheetException.ofFile(Reason.WORKBOOK_ENTITIES);
                }
                return event;
            } catch (XMLStreamException e) {
                throw failure(e);
            }
        }

        /** Moves to the next start of an element of this name; false at the end of the part. */
        boolean to(String name) {
            for (int event = next(); event != XMLStreamReader.END_DOCUMENT; event = next()) {
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(name)) {
                    return true;
                }
            }
            return false;
        }

        @Nullable
        String attribute(String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            try {
                xml.close();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            } finally {
                bytes.close();
            }
        }
    }

    /** Counts what is inflated and stops a bomb. */
    private final class Guarded extends FilterInputStream {
        private final long packed;
        private long read;

        Guarded(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(buffer, offset, length);
            } catch (ZipException | EOFException e) {
                throw new SheetException(SheetFault.ofFile(Reason.WORKBOOK_DAMAGED, null), e);
            }
            if (count > 0) {
                read += count;
                inflated += count;
                if (inflated > limits.inflatedBytes() || read > RATIO_FROM && read / packed > limits.ratio()) {
                    throw SheetException.ofFile(Reason.WORKBOOK_BOMB);
                }
            }
            return count;
        }
    }
}

package org.weir.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.weir.search.api.SearchDocuments;

/**
 * The index in a folder of this node. One thread writes; any may search, and finds what was written before. What is read
 * document by document is mapped into memory, some ten bytes each; the words are not, so that they do not count as the
 * process's memory.
 */
public final class Index implements AutoCloseable {
    /** Lengths of texts, for ranking, kinds and ids, and where words begin, which is looked up for each word sought. */
    private static final Set<String> MAPPED = Set.of("nvd", "dvd", "tip");

    private static final double BUFFER_MEGABYTES = 16;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong changes = new AtomicLong();
    private final Object refreshing = new Object();
    private volatile long shown;

    private Index(Path folder) throws IOException {
        this.folder = folder;
        directory = directory(Files.createDirectories(folder));
        IndexWriterConfig config = new IndexWriterConfig();
        config.setUseCompoundFile(false);
        config.getMergePolicy().setNoCFSRatio(0);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        config.setMergeScheduler(merges);
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(directory, config);
            writer = opened;
            searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static Directory directory(Path folder) throws IOException {
        return new FileSwitchDirectory(MAPPED, new MMapDirectory(folder), new NIOFSDirectory(folder), true);
    }

    /**
     * Opens what is there, or begins a new one.
     *
     * @throws IOException when what is there is damaged or of an older Lucene
     */
    public static Index open(Path folder) throws IOException {
        return new Index(folder);
    }

    /** Takes away whatever is in the folder. */
    public static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** How far it had come when it was last committed; null when it must be made anew. */
    public @Nullable Place committed() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(it -> data.put(it.getKey(), it.getValue()));
        }
        return Place.read(data);
    }

    public void put(String kind, SearchDocuments.Document document) throws IOException {
        writer.updateDocument(
                new Term(Fields.KEY, MakeDocument.key(kind, document.id())), MakeDocument.of(kind, document));
        changes.incrementAndGet();
    }

    public void remove(String kind, UUID id) throws IOException {
        writer.deleteDocuments(new Term(Fields.KEY, MakeDocument.key(kind, id)));
        changes.incrementAndGet();
    }

    public void removeAll(String kind) throws IOException {
        writer.deleteDocuments(new Term(Fields.KIND, kind));
        changes.incrementAndGet();
    }

    public void removeAll() throws IOException {
        writer.deleteAll();
        changes.incrementAndGet();
    }

    /** Brings everything to the disk. */
    public void commit(Place place) throws IOException {
        writer.setLiveCommitData(place.write().entrySet());
        writer.commit();
    }

    /** Whether its files are still there. */
    public boolean isThere() {
        return Files.exists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
    }

    /** Reads all files through. @throws IOException when one is not as it was written */
    public void check() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader reader) {
                    reader.checkIntegrity();
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    public <T> T search(Work<T> work) throws IOException {
        show(changes.get());
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Lets searches see so many changes; who comes while another sees to it waits for that. */
    private void show(long wanted) throws IOException {
        if (shown < wanted) {
            synchronized (refreshing) {
                if (shown < wanted) {
                    long all = changes.get();
                    searchers.maybeRefreshBlocking();
                    shown = all;
                }
            }
        }
    }

    /** What is done with a searcher. */
    @FunctionalInterface
    public interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    /** Without committing: what is not on the disk will be indexed again. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    /** How many documents there are. */
    public int size() throws IOException {
        return search(searcher -> ((DirectoryReader) searcher.getIndexReader()).numDocs());
    }
}

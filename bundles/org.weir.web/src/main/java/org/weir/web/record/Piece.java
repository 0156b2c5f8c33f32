package org.weir.web.record;

import gg.jte.Content;

/** Something contributed that may fail. */
public interface Piece {
    Content show() throws Exception;
}

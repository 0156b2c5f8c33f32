package org.weir.web.session;

import gg.jte.Content;
import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG, black on white in either theme, drawn here so that the secret goes nowhere else. */
final class QrPicture {
    private static final int BORDER = 4;
    private static final int SCALE = 5;

    private QrPicture() {}

    static Content of(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * BORDER;
        int pixels = size * SCALE;
        return output -> {
            output.writeContent("<svg class=\"qr\" role=\"img\" width=\"" + pixels + "\" height=\"" + pixels
                    + "\" viewBox=\"0 0 " + size + " " + size + "\" shape-rendering=\"crispEdges\" aria-label=\"");
            output.writeContent(
                    label.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
            output.writeContent("\"><rect width=\"" + size + "\" height=\"" + size
                    + "\" fill=\"#fff\"></rect><path fill=\"#000\" d=\"" + path + "\"></path></svg>");
        };
    }
}

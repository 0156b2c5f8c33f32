package org.weir.operations.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that a request's proxies may have, and what a chain of them says about the caller. */
final class Proxies {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int LONGEST = 2000;

    private final List<Network> trusted;

    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @throws IllegalArgumentException for what is neither an address nor a network like 10.1.0.0/16 */
    Proxies(List<String> written) {
        this.trusted = written.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Proxies::network)
                .toList();
    }

    private static Network network(String written) {
        int slash = written.indexOf('/');
        byte[] address = literal(slash < 0 ? written : written.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(written + " is neither an address nor a network"));
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(written.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException(written + " is neither an address nor a network");
        }
        return new Network(address, bits);
    }

    boolean trusts(@Nullable String address) {
        return address != null
                && literal(address)
                        .filter(octets -> trusted.stream().anyMatch(it -> it.contains(octets)))
                        .isPresent();
    }

    /**
     * The last address of the header that is no proxy's: what stands before it anybody can have written.
     *
     * @param header {@code X-Forwarded-For}: addresses, each proxy's peer added at the end
     * @return empty when the header says nothing that can be read
     */
    Optional<String> caller(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> chain = Arrays.asList(header.split(",", -1));
        String caller = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            String one = chain.get(i).strip();
            if (literal(one).isEmpty()) {
                break;
            }
            caller = one;
            if (!trusts(one)) {
                break;
            }
        }
        return Optional.ofNullable(caller);
    }

    /** Never asks for a name. */
    private static Optional<byte[]> literal(String written) {
        boolean four = IPV4.matcher(written).matches();
        if (!four && !(written.indexOf(':') >= 0 && IPV6.matcher(written).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(written).getAddress());
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}

package org.weir.webhooks.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Which addresses webhooks may reach: public ones over TLS; others, and plain HTTP, only where IT allows it. A name is looked
 * up once for a call, every address behind it is judged, and the call goes to one of these very addresses.
 */
@Component(service = Networks.class, configurationPid = "org.weir.webhooks")
@Designate(ocd = Networks.Settings.class)
public final class Networks {
    /** Not on the public internet (IANA's special-purpose registries). */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private static final Network UNICAST = Network.of("2000::/3");
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private volatile List<Network> allowed;

    @ObjectClassDefinition(id = "org.weir.webhooks", name = "Webhooks")
    @interface Settings {
        @AttributeDefinition(
                name = "Networks",
                description =
                        "Networks inside the house that webhooks may call, also without TLS: 10.1.0.0/16, fd00::/8")
        String[] allowed_networks() default {};
    }

    @Activate
    public Networks(Settings settings) {
        this(Arrays.asList(settings.allowed_networks()));
    }

    /** @throws IllegalArgumentException for what is no network */
    public Networks(List<String> allowed) {
        this.allowed = networks(allowed);
    }

    /** Holds from the next call on. */
    @Modified
    void changed(Settings settings) {
        allowed = networks(Arrays.asList(settings.allowed_networks()));
    }

    private static List<Network> networks(List<String> written) {
        return written.stream()
                .filter(it -> !it.isBlank())
                .map(it -> Network.of(it.trim()))
                .toList();
    }

    /** Refuses an address that is written as a number at once. @throws ProblemException 422 */
    public void requireLiteral(Destination destination) {
        if (destination.literal()) {
            resolve(destination);
        } else if (!destination.secure() && allowed.isEmpty()) {
            throw refused("webhooks.problem.plain", destination);
        }
    }

    /** The addresses that a call may go to. @throws ProblemException 422 when there is none or any must not be reached */
    List<InetAddress> resolve(Destination destination) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(destination.host());
        } catch (UnknownHostException unknown) {
            throw refused("webhooks.problem.unknown-host", destination);
        }
        List<Network> now = allowed;
        for (InetAddress address : all) {
            byte[] octets = address.getAddress();
            boolean inHouse = now.stream().anyMatch(it -> it.contains(octets));
            if (!inHouse && !isPublic(octets)) {
                throw refused("webhooks.problem.private", destination);
            }
            if (!inHouse && !destination.secure()) {
                throw refused("webhooks.problem.plain", destination);
            }
        }
        return List.of(all);
    }

    /** IPv4 that is mapped into IPv6 arrives here as IPv4. */
    static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return SPECIAL.stream().noneMatch(it -> it.contains(address));
        }
        if (NAT64.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        return UNICAST.contains(address) && SPECIAL.stream().noneMatch(it -> it.contains(address));
    }

    private static ProblemException refused(String key, Destination destination) {
        return ProblemException.invalid("address", Text.of(key, destination.host()));
    }
}

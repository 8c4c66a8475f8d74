package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.NUMBER;
import static dev.envgate.hcl.Types.STRING;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of IP networks. */
final class IpFunctions {
    private IpFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("cidrhost").takes(STRING).takes(NUMBER).gives(STRING, IpFunctions::host),
                named("cidrnetmask").takes(STRING).gives(STRING, IpFunctions::netmask),
                named("cidrsubnet").takes(STRING).takes(NUMBER).takes(NUMBER).gives(STRING, IpFunctions::subnet),
                named("cidrsubnets")
                        .takes(STRING)
                        .takes(NUMBER)
                        .andMore()
                        .gives(new Type.ListOf(STRING), IpFunctions::subnets));
    }

    private static Value noNetwork(Invocation call) {
        return call.failed("this is no network like `10.0.0.0/16`");
    }

    private static Value host(Invocation call) {
        Optional<Network> network = Network.parse(call.text(0));
        if (network.isEmpty() || !Arithmetic.whole(call.number(1))) {
            return network.isEmpty() ? noNetwork(call) : call.failed("the number of a host is a whole number");
        }
        BigInteger size = network.get().size();
        BigInteger wanted = call.number(1).toBigInteger();
        BigInteger number = wanted.signum() < 0 ? wanted.add(size) : wanted;
        return number.signum() < 0 || number.compareTo(size) >= 0
                ? call.failed("the network has no such host")
                : call.answer(network.get().host(number));
    }

    private static Value netmask(Invocation call) {
        return Network.parse(call.text(0))
                .filter(Network::four)
                .<Value>map(network -> call.answer(network.mask()))
                .orElseGet(() -> call.failed("this is no IPv4 network like `10.0.0.0/16`"));
    }

    private static Value subnet(Invocation call) {
        Optional<Network> network = Network.parse(call.text(0));
        Optional<Integer> bits = small(call.number(1));
        if (network.isEmpty() || bits.isEmpty() || !Arithmetic.whole(call.number(2))) {
            return network.isEmpty() ? noNetwork(call) : call.failed("bits and number of a subnet are whole numbers");
        }
        BigInteger number = call.number(2).toBigInteger();
        boolean fits = network.get().prefix() + bits.get() <= network.get().length()
                && number.signum() >= 0
                && number.bitLength() <= bits.get();
        return fits
                ? call.answer(network.get().subnet(bits.get(), number).text())
                : call.failed("the network has no such subnet");
    }

    private static Optional<Integer> small(BigDecimal number) {
        boolean fits =
                Arithmetic.whole(number) && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(128)) <= 0;
        return fits ? Optional.of(number.intValue()) : Optional.empty();
    }

    private static Value subnets(Invocation call) {
        Optional<Network> network = Network.parse(call.text(0));
        if (network.isEmpty()) {
            return noNetwork(call);
        }
        List<Value> subnets = new ArrayList<>();
        BigInteger next = network.get().first();
        for (int i = 1; i < call.count(); i++) {
            Optional<Integer> bits = small(call.number(i)).filter(each -> each > 0);
            if (bits.isEmpty()
                    || network.get().prefix() + bits.get() > network.get().length()) {
                return call.failed("the network has no subnet of that size");
            }
            Network subnet = network.get().at(bits.get(), next);
            if (subnet.end().compareTo(network.get().end()) > 0) {
                return call.failed("the network has no room for so many subnets");
            }
            subnets.add(call.answer(subnet.text()));
            next = subnet.end();
        }
        return new Value.Seq(
                Value.Seq.Shape.LIST,
                STRING,
                Value.Seq.of(Value.Seq.Shape.LIST, subnets, call.origin()).elements(),
                call.origin());
    }
}

package dev.envgate.hcl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An IP network.
 *
 * @param first its first address
 * @param prefix how many bits are fixed
 * @param length 32 for IPv4, 128 for IPv6
 */
record Network(BigInteger first, int prefix, int length) {
    private static final int FOUR = 32;
    private static final int SIX = 128;
    private static final int GROUPS = 8;

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        String address = text.substring(0, slash);
        boolean six = address.contains(":");
        int length = six ? SIX : FOUR;
        Optional<BigInteger> number = six ? six(address) : four(address);
        return prefix > length ? Optional.empty() : number.map(each -> masked(each, prefix, length));
    }

    private static Network masked(BigInteger address, int prefix, int length) {
        int free = length - prefix;
        return new Network(address.shiftRight(free).shiftLeft(free), prefix, length);
    }

    // Terraform reads zeros in front of a number as nothing.
    private static Optional<BigInteger> four(String address) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (String part : address.split("\\.", -1)) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            number = number.shiftLeft(8).or(BigInteger.valueOf(octet));
        }
        return Optional.of(number);
    }

    private static Optional<BigInteger> six(String address) {
        int gap = address.indexOf("::");
        List<Integer> head = new ArrayList<>();
        List<Integer> tail = new ArrayList<>();
        boolean good = gap < 0
                ? groups(address, head)
                : groups(address.substring(0, gap), head) && groups(address.substring(gap + 2), tail);
        int known = head.size() + tail.size();
        if (!good || (gap < 0 ? known != GROUPS : known >= GROUPS)) {
            return Optional.empty();
        }
        while (head.size() + tail.size() < GROUPS) {
            head.add(0);
        }
        head.addAll(tail);
        BigInteger number = BigInteger.ZERO;
        for (int group : head) {
            number = number.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return Optional.of(number);
    }

    private static boolean groups(String text, List<Integer> to) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && parts[i].contains(".")) {
                Optional<BigInteger> four = four(parts[i]);
                four.ifPresent(number -> {
                    to.add(number.shiftRight(16).intValue());
                    to.add(number.intValue() & 0xffff);
                });
                return four.isPresent();
            }
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return false;
            }
            to.add(Integer.parseInt(parts[i], 16));
        }
        return true;
    }

    boolean four() {
        return length == FOUR;
    }

    /** How many addresses it has. */
    BigInteger size() {
        return BigInteger.ONE.shiftLeft(length - prefix);
    }

    /** The first address behind it. */
    BigInteger end() {
        return first.add(size());
    }

    String host(BigInteger number) {
        return show(first.add(number));
    }

    String mask() {
        return show(BigInteger.ONE.shiftLeft(length).subtract(size()));
    }

    Network subnet(int bits, BigInteger number) {
        return new Network(first.add(number.shiftLeft(length - prefix - bits)), prefix + bits, length);
    }

    /** The first network with so many more bits that begins at an address or behind it. */
    Network at(int bits, BigInteger address) {
        BigInteger size = BigInteger.ONE.shiftLeft(length - prefix - bits);
        BigInteger start =
                address.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
        return new Network(start, prefix + bits, length);
    }

    String text() {
        return show(first) + "/" + prefix;
    }

    private String show(BigInteger address) {
        return four() ? showFour(address.intValue()) : showSix(address);
    }

    private static String showFour(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    // The longest row of zeros is left out.
    private static String showSix(BigInteger address) {
        List<Integer> groups = new ArrayList<>();
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups.add(address.shiftRight(16 * i).intValue() & 0xffff);
        }
        int start = 0;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups.get(end) == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        return longest == 1
                ? hex(groups)
                : hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + longest, GROUPS));
    }

    private static String hex(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}

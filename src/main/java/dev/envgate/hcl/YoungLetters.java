package dev.envgate.hcl;

import java.util.BitSet;

/**
 * Characters that Java's Unicode allows in names and that of HashiCorp's lexer, which is older, does not. Found by asking
 * {@code terraform fmt} 1.11.4 about each.
 */
final class YoungLetters {
    private static final String RANGES = """
            560 588 5ef 7fd 860-86a 870-887 889-88e 897-89f 8b5 8be-8d3 9fc 9fe afa-aff b55 c04 c3c c5d cdd cf3
            d00 d04 d3b-d3c d81 e86 e89 e8c e8e-e93 e98 ea0 ea8-ea9 eac eba ece 170d 1715 171f 180f 1878
            1abf-1ace 1b4c 1c89-1c8a 1c90-1cba 1cbd-1cbf 1cf7 1cfa 1df6-1dfa 2c2f 2c5f 2e2f 30fb 312e-312f
            31bb-31bf 4db6-4dbf 9fd6-9fff a7af a7b8-a7cd a7d0-a7d1 a7d3 a7d5-a7dc a7f2-a7f6 a82c a8fe-a8ff
            ab66-ab69 ff65 1032d-1032f 10570-1057a 1057c-1058a 1058c-10592 10594-10595 10597-105a1 105a3-105b1
            105b3-105b9 105bb-105bc 105c0-105f3 10780-10785 10787-107b0 107b2-107ba 10a34-10a35 10d00-10d27
            10d30-10d39 10d40-10d65 10d69-10d6d 10d6f-10d85 10e80-10ea9 10eab-10eac 10eb0-10eb1 10ec2-10ec4
            10efc-10f1c 10f27 10f30-10f50 10f70-10f85 10fb0-10fc4 10fe0-10ff6 11070-11075 110c2 11144-11147
            111c9 111ce-111cf 1123f-11241 1133b 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5
            113c7-113ca 113cc-113d3 113e1-113e2 1145e-11461 116b8 116d0-116e3 1171a 11740-11746 11800-1183a
            11900-11906 11909 1190c-11913 11915-11916 11918-11935 11937-11938 1193b-11943 11950-11959
            119a0-119a7 119aa-119d7 119da-119e1 119e3-119e4 11a00-11a3e 11a47 11a50-11a99 11a9d 11ab0-11abf
            11bc0-11be0 11bf0-11bf9 11d00-11d06 11d08-11d09 11d0b-11d36 11d3a 11d3c-11d3d 11d3f-11d47
            11d50-11d59 11d60-11d65 11d67-11d68 11d6a-11d8e 11d90-11d91 11d93-11d98 11da0-11da9 11ee0-11ef6
            11f00-11f10 11f12-11f3a 11f3e-11f42 11f50-11f5a 11fb0 12f90-12ff0 1342f 13440-13455 13460-143fa
            16100-16139 16a70-16abe 16ac0-16ac9 16d40-16d6c 16d70-16d79 16e40-16e7f 16f45-16f4a 16f4f
            16f7f-16f87 16fe1 16fe3-16fe4 16ff0-16ff1 187ed-187f7 18af3-18cd5 18cff-18d08 1aff0-1aff3
            1aff5-1affb 1affd-1affe 1b002-1b122 1b132 1b150-1b152 1b155 1b164-1b167 1b170-1b2fb 1ccf0-1ccf9
            1cf00-1cf2d 1cf30-1cf46 1df00-1df1e 1df25-1df2a 1e030-1e06d 1e08f 1e100-1e12c 1e130-1e13d
            1e140-1e149 1e14e 1e290-1e2ae 1e2c0-1e2f9 1e4d0-1e4f9 1e5d0-1e5fa 1e7e0-1e7e6 1e7e8-1e7eb
            1e7ed-1e7ee 1e7f0-1e7fe 1e94b 1fbf0-1fbf9 2a6d7-2a6df 2b735-2b739 2ceb0-2ebe0 2ebf0-2ee5d
            30000-3134a 31350-323af
            """;

    private static final BitSet ALL = read();

    private YoungLetters() {}

    static boolean has(int point) {
        return ALL.get(point);
    }

    private static BitSet read() {
        BitSet all = new BitSet();
        for (String range : RANGES.strip().split("\\s+", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            all.set(first, Integer.parseInt(range.substring(dash + 1), 16) + 1);
        }
        return all;
    }
}
